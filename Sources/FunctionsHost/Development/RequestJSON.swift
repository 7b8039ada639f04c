// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Reads bodies of `/_dev/api/…`.
enum RequestJSON {
    private static let limits = JSONLimits(bytes: 4 << 20, depth: 64, members: 65_536, values: 1 << 20)

    static func parse(_ request: ExtensionRequest) throws(StoreError) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: request.body, limits: limits)
        } catch {
            throw StoreError(.invalid, "The body is not JSON: \(error.line):\(error.column): \(error.code).")
        }
    }

    /// The bytes of `{"text": …}`, `{"base64": …}` or `{"json": …}`.
    static func content(_ json: JSONValue) throws(StoreError) -> [UInt8] {
        if let text = json["text"]?.string { return Array(text.utf8) }
        if let text = json["base64"]?.string, let data = Data(base64Encoded: text) { return Array(data) }
        if let value = json["json"] { return value.serialized() }
        throw StoreError(.invalid, "Send {\"text\": …}, {\"base64\": …} or {\"json\": …}.")
    }

    /// How bytes are shown: as text when they are UTF-8.
    static func content(of bytes: [UInt8]) -> JSONObject {
        if let text = String(validating: bytes, as: UTF8.self) { return ["text": .string(text)] }
        return ["base64": .string(Data(bytes).base64EncodedString())]
    }

    /// A duration in seconds, 0 to 7 days.
    static func seconds(_ json: JSONValue, _ name: String) throws(StoreError) -> Duration? {
        guard let value = json[name] else { return nil }
        guard let seconds = value.double, 0...(7 * 86_400) ~= seconds else {
            throw StoreError(.invalid, "\(name) must be a number of seconds, at most 7 days.")
        }
        return .seconds(seconds)
    }

    /// The parameter `limit`, 1 to 1,000.
    static func limit(_ request: ExtensionRequest) -> Int {
        max(1, min(1_000, request.parameter("limit").flatMap(Int.init) ?? 100))
    }
}

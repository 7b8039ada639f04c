// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Takes secrets out of what is shown to people: headers, keys and tokens by their names, and tokens by their look.
enum Redaction {
    static let mark = "[redacted]"
    private static let maximumText = 16 << 10

    /// Names, in lower case, whose values are never shown.
    private static let secretNames: Set<String> = [
        "authorization", "proxy-authorization", "cookie", "set-cookie", "x-functions-key", "x-zumo-auth",
        "x-ms-client-principal", "x-ms-token-aad-access-token", "x-ms-token-aad-id-token",
        "x-ms-token-aad-refresh-token", "code", "access_token", "id_token", "refresh_token", "client_secret",
        "client_assertion", "assertion", "password", "sig", "accesstoken", "connectionstring", "accountkey",
        "sharedaccesskey",
    ]
    /// Parameters of URLs whose values are never shown.
    private static let secretParameters = [
        "code=", "access_token=", "id_token=", "refresh_token=", "client_secret=", "client_assertion=", "assertion=",
        "password=", "pwd=", "sig=", "accountkey=", "sharedaccesskey=",
    ].map { Array($0.utf8) }

    /// A JSON value without secrets, long texts cut.
    static func value(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            .object(
                object.reduce(into: [:]) { result, member in
                    let isSecret = secretNames.contains(member.name.lowercased()) && !isErrorCode(member.name, object)
                    result[member.name] = isSecret ? hidden(member.value) : Self.value(member.value)
                })
        case .array(let elements):
            .array(elements.map(Self.value))
        case .string(let text):
            .string(json(in: text) ?? Self.text(text))
        default:
            value
        }
    }

    /// An error answer of a handler has a `code` that is none of a caller's secrets.
    private static func isErrorCode(_ name: String, _ object: JSONObject) -> Bool {
        name == "code" && object["error"] != nil && object["correlationId"] != nil
    }

    /// A body without secrets, laid out when it is JSON.
    static func body(_ bytes: [UInt8]) -> String {
        guard let json = try? JSONValue(parsing: bytes, limits: ReplyReader.limits) else {
            return text(String(decoding: bytes, as: UTF8.self))
        }
        return String(decoding: value(json).serialized(.pretty), as: UTF8.self)
    }

    /// A text without tokens, credentials and secret parameters, cut when it is long.
    static func text(_ text: String) -> String {
        let bytes = Array(text.utf8.prefix(maximumText))
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "e"), let end = tokenEnd(bytes, index) {
                result += mark.utf8
                index = end
            } else if let (start, end) = parameter(bytes, index) {
                result += bytes[index..<start] + mark.utf8
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        let shown = String(decoding: result, as: UTF8.self)
        let rest = text.utf8.count - bytes.count
        return rest > 0 ? shown + "… (\(rest) more bytes)" : shown
    }

    /// Envelopes hold JSON in texts, to any depth that fits.
    private static func json(in text: String) -> String? {
        guard let first = text.utf8.first, "{[\"".utf8.contains(first), text.utf8.count <= maximumText,
            let parsed = try? JSONValue(parsing: Array(text.utf8))
        else { return nil }
        return String(decoding: value(parsed).serialized(), as: UTF8.self)
    }

    private static func hidden(_ value: JSONValue) -> JSONValue {
        if case .array(let elements) = value { return .array(elements.map { _ in .string(mark) }) }
        return .string(mark)
    }

    /// Where a compact token that begins here ends: `eyJ`, and at least one dot among its letters.
    private static func tokenEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard bytes[start...].starts(with: "eyJ".utf8), start == 0 || !isTokenByte(bytes[start - 1]) else { return nil }
        let end = bytes[start...].firstIndex { !isTokenByte($0) } ?? bytes.count
        return bytes[start..<end].contains(UInt8(ascii: ".")) ? end : nil
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }

    /// The value of a secret parameter that is named here: in a query, a form or a connection string.
    private static func parameter(_ bytes: [UInt8], _ start: Int) -> (start: Int, end: Int)? {
        guard start == 0 || "?&; \"".utf8.contains(bytes[start - 1]) else { return nil }
        for name in secretParameters where bytes.count - start >= name.count {
            guard name.indices.allSatisfy({ (bytes[start + $0] | 0x20) == (name[$0] | 0x20) }) else { continue }
            let value = start + name.count
            let ends = Set("&#;\" \r\n\\".utf8)
            return (value, bytes[value...].firstIndex { ends.contains($0) } ?? bytes.count)
        }
        return nil
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird
import NIOCore
import StrictJSON

/// Reads the answer to a call of the development page, up to 1 MiB of its body.
struct PageCallReply: Sendable {
    static let maximumBody = 1 << 20

    private struct Full: Error {}

    /// Keeps what a body writes; fails when there is more than is shown.
    private struct Collector: ResponseBodyWriter {
        let bytes: PageCallBuffer

        mutating func write(_ buffer: ByteBuffer) async throws {
            if !bytes.append(buffer) { throw Full() }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    /// The answer as JSON: status, headers, and the body as text, or in base64 where it is not UTF-8.
    static func json(_ response: Response, since start: ContinuousClock.Instant) async -> JSONValue {
        let buffer = PageCallBuffer(limit: maximumBody)
        var object: JSONObject = [:]
        do {
            try await response.body.write(Collector(bytes: buffer))
        } catch is Full {
            object["isCut"] = true
        } catch {
            object["problem"] = "The answer broke off."
        }
        object["status"] = .integer(Int64(response.status.code))
        object["reason"] = .string(response.status.reasonPhrase)
        object["headers"] = .array(
            response.headers.map { ["name": .string($0.name.rawName), "value": .string($0.value)] })
        let bytes = buffer.bytes
        object["size"] = .integer(Int64(bytes.count))
        for member in RequestJSON.content(of: bytes) { object[member.name] = member.value }
        object["milliseconds"] = .integer(Int64(start.duration(to: .now) / .milliseconds(1)))
        return .object(object)
    }
}

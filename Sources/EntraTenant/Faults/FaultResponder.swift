// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird
import NIOCore
import StrictJSON

/// Answers a request with a fault.
struct FaultResponder: Sendable {
    private typealias Writing = @Sendable (inout any ResponseBodyWriter) async throws -> Void

    /// The connection is closed and nothing more can be sent.
    private struct ConnectionClosed: Error {}

    let core: TenantCore
    let connection: FaultyConnection

    /// Answers in place of a document; `number` counts the answers with this fault from 0.
    func respond(_ fault: ServerFault, number: Int, document: JSONValue) async -> Response {
        let text = document.serialized()
        switch fault.kind {
        case .refuse:
            await connection.close()
            return Response(status: .internalServerError)
        case .stall:
            await connection.hold { await connection.end() }
            return Response(status: .internalServerError)
        case .status(let code, let retryAfter):
            var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
            if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
            return Response(
                status: HTTPResponse.Status(code: code), headers: headers,
                body: Self.body(Array("status \(code)\n".utf8)))
        case .redirect(let location):
            return Response(status: .found, headers: [.location: location])
        case .htmlPage:
            return Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
                body: Self.body(Array("<!DOCTYPE html><title>Sign in</title><p>Accept the terms to continue.".utf8)))
        case .emptyBody:
            return json([])
        case .contentEncoding(let name):
            return json(text, [.contentEncoding: name])
        case .headerFlood:
            return json(text, Self.flood)
        case .invalidUTF8:
            return json(text.dropLast() + Array(",\"x\":\"".utf8) + [0xFF] + Array("\"}".utf8))
        case .keySet(let fault):
            return json(fault.apply(to: document, keys: core.keys, number: number).serialized())
        case .metadata(let fault):
            return json(fault.apply(to: document, baseURL: core.baseURL).serialized())
        case .drip, .endlessBody, .announcedLength, .compressionBomb, .truncated:
            return stream(fault, text)
        }
    }

    /// Faults that lie in how the body comes.
    private func stream(_ fault: ServerFault, _ text: [UInt8]) -> Response {
        switch fault.kind {
        case .drip(let rate):
            let size = max(1, rate / 10)
            let pause = Duration.seconds(1) * size / rate
            let sleeper = core.sleeper
            return held(length: text.count) { writer in
                var rest = text[...]
                while !rest.isEmpty {
                    try await writer.write(ByteBuffer(bytes: rest.prefix(size)))
                    rest = rest.dropFirst(size)
                    try await sleeper.sleep(for: pause)
                }
            }
        case .announcedLength(let length):
            return held(length: length) { [connection] writer in
                try await writer.write(ByteBuffer(bytes: text.prefix(length)))
                await connection.end()
            }
        case .compressionBomb:
            let piece = (0..<1_024).flatMap { _ in CompressionBomb.piece }
            return held([.contentEncoding: "gzip"], start: CompressionBomb.start, forever: piece)
        case .truncated:
            return held(length: text.count) { writer in
                try await writer.write(ByteBuffer(bytes: text.prefix(text.count / 2)))
            }
        default:
            return held(start: [], forever: [UInt8](repeating: UInt8(ascii: " "), count: 16_384))
        }
    }

    private func held(_ headers: HTTPFields = [:], start: [UInt8], forever piece: [UInt8]) -> Response {
        held(headers, length: nil) { [connection] writer in
            if !start.isEmpty { try await writer.write(ByteBuffer(bytes: start)) }
            let buffer = ByteBuffer(bytes: piece)
            while connection.channel.isActive { try await writer.write(buffer) }
        }
    }

    /// An answer whose body is written while the connection is held; the connection is closed behind it.
    private func held(_ headers: HTTPFields = [:], length: Int?, _ write: @escaping Writing) -> Response {
        let connection = connection
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(contentLength: length) { writer in
                await connection.hold { try await write(&writer) }
                throw ConnectionClosed()
            })
    }

    private func json(_ text: some Sequence<UInt8>, _ more: HTTPFields = [:]) -> Response {
        var headers = more
        headers[.contentType] = "application/json; charset=utf-8"
        return Response(status: .ok, headers: headers, body: Self.body(Array(text)))
    }

    private static func body(_ bytes: [UInt8]) -> ResponseBody { ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)) }

    private static let flood: HTTPFields = {
        var fields = HTTPFields()
        for number in 0..<10_000 {
            if let name = HTTPField.Name("X-Flood-\(number)") {
                // Setting by name looks through all fields first.
                fields.append(HTTPField(name: name, value: "0123456789abcdef"))
            }
        }
        return fields
    }()
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1
import StrictJSON
import Testing

extension HostUnderTest {
    /// Puts a message into a queue of the local store.
    func put(_ text: String, into path: String, _ members: JSONObject = [:]) async throws {
        var body = members
        body["text"] = .string(text)
        let answer = try await send("POST", "/_dev/api/" + path, JSONValue.object(body).serialized())
        #expect(answer.status == 201, "\(answer.text)")
    }

    /// What the local store tells of itself.
    func data(_ path: String) async throws -> JSONValue {
        let answer = try await get("/_dev/api/" + path)
        #expect(answer.status == 200, "\(answer.text)")
        return try JSONValue(parsing: answer.body)
    }

    /// The texts of the messages in a queue.
    func texts(in path: String) async throws -> [String] {
        try await data(path)["messages"]?.array?.compactMap { $0["text"]?.string } ?? []
    }

    func send(
        _ method: String, _ target: String, _ body: [UInt8] = [], type: String = "application/json",
        headers: String = ""
    ) async throws -> HTTPMessage {
        let head =
            "\(method) \(target) HTTP/1.1\r\nHost: localhost:7071\r\nConnection: close\r\nContent-Type: \(type)\r\n"
            + "Content-Length: \(body.count)\r\n\(headers)\r\n"
        return try await HTTPExchange.send(Array(head.utf8) + body, port: port)
    }

    /// Runs a function by hand.
    func invoke(_ name: String, input: String) async throws {
        let body = JSONValue.object(["input": .string(input)]).serialized()
        #expect(try await send("POST", "/admin/functions/" + name, body).status == 202)
    }

    /// The envelopes that a function has got.
    func envelopes(_ function: String) throws -> [JSONValue] {
        try handler.calls.filter { $0.uri == "/" + function }.map { try JSONValue(parsing: $0.body) }
    }

    /// Waits until a function has succeeded, and gives its first envelope.
    func firstEnvelope(_ function: String) async throws -> JSONValue {
        await console.wait(for: "Executed 'Functions.\(function)' (Succeeded")
        return try #require(try envelopes(function).first)
    }
}

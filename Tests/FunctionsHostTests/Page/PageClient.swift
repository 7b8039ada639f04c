// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

/// The development page as its own scripts use it.
struct PageClient: Sendable {
    let host: HostUnderTest
    let key: String

    /// Opens the page and takes its key from there.
    init(_ host: HostUnderTest) async throws {
        self.host = host
        let page = try await host.get("/_dev")
        key = String(try #require(page.text.firstMatch(of: /name="page-key" content="([0-9a-f]{64})"/)).1)
    }

    private var headers: String {
        "X-Page-Key: \(key)\r\nOrigin: http://localhost:7071\r\nSec-Fetch-Site: same-origin\r\n"
    }

    func get(_ path: String, headers more: String = "") async throws -> HTTPMessage {
        try await host.get("/_dev/page/" + path, headers: headers + more)
    }

    func post(_ path: String, _ json: JSONValue) async throws -> HTTPMessage {
        try await host.send("POST", "/_dev/page/" + path, json.serialized(), headers: headers)
    }

    func json(_ path: String) async throws -> JSONValue {
        let answer = try await get(path)
        #expect(answer.status == 200, "\(answer.text)")
        return try JSONValue(parsing: answer.body)
    }

    /// The invocations of the list, youngest first.
    func invocations() async throws -> [JSONValue] { try await json("invocations")["invocations"]?.array ?? [] }

    /// The details of the youngest invocation.
    func youngest() async throws -> JSONValue {
        let id = try #require(try await invocations().first?["id"]?.string)
        return try await json("invocations/" + id)
    }
}

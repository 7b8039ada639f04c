// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import StrictJSON
import Testing

@testable import HummingbirdExample

@Suite struct `A Hummingbird application behind the host` {
    private static let hosts: [JSONValue] = [
        [:], ["customHandler": ["enableForwardingHttpRequest": true]],
        ["customHandler": ["enableProxyingHttpRequest": true]],
    ]

    @Test(arguments: hosts) func `Its routes, parameters, bodies and statuses work in every transport`(
        host: JSONValue
    ) async throws {
        let app = FunctionApp { HTTPApplication("web", router: bookshop()) }
        try await app.test(hostJSON: host) { client in
            let book = try await client.get("/api/books/7")
            #expect(book.status == .ok)
            #expect(String(decoding: book.body, as: UTF8.self) == "Book 7")
            let created = try await client.post(
                "/api/books", headers: [.contentType: "text/plain"], body: Array("Émile".utf8))
            #expect(created.status == .created)
            #expect(String(decoding: created.body, as: UTF8.self) == "Émile")
        }
    }

    @Test(arguments: hosts.dropFirst()) func `Its bodies stream where the transport can`(host: JSONValue) async throws {
        let app = FunctionApp {
            HTTPApplication("web", router: bookshop(), streaming: [.request, .response])
        }
        try await app.test(hostJSON: host) { client in
            let created = try await client.post("/api/books", body: Array(repeating: 0x61, count: 300_000))
            #expect(created.status == .created)
            #expect(created.body.count == 300_000)
        }
    }
}

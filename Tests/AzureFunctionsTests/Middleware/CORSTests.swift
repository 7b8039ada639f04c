// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import Testing

@Suite struct `Calls from pages of other origins` {
    private let page = "https://app.example"

    private func app(_ policy: CORSPolicy) -> FunctionApp {
        FunctionApp(middleware: [.cors(policy)]) {
            HTTPFunction("a", methods: [.get, .options]) { _, _ in throw BadRequest("no") }
        }
    }

    @Test func `A preflight is answered without the function`() async throws {
        let policy = CORSPolicy(origins: [page], methods: [.get], allowsCredentials: true, maximumAge: .seconds(60))
        try await app(policy).test { client in
            let answer = try await client.send(
                method: .options, path: "/api/a",
                headers: [
                    .origin: page, .accessControlRequestMethod: "GET", .accessControlRequestHeaders: "authorization",
                ])
            #expect(answer.status == .noContent)
            #expect(answer.headers[.accessControlAllowOrigin] == page)
            #expect(answer.headers[.accessControlAllowMethods] == "GET")
            #expect(answer.headers[.accessControlAllowHeaders] == "authorization")
            #expect(answer.headers[.accessControlAllowCredentials] == "true")
            #expect(answer.headers[.accessControlMaxAge] == "60")
            #expect(answer.headers[.vary] == "Origin")
        }
    }

    @Test func `A page may read refusals too`() async throws {
        try await app(CORSPolicy(origins: ["*"], exposedFields: [.retryAfter])).test { client in
            let answer = try await client.get("/api/a", headers: [.origin: page])
            #expect(answer.status == .badRequest)
            #expect(answer.headers[.accessControlAllowOrigin] == "*")
            #expect(answer.headers[.accessControlExposeHeaders] == "Retry-After")
        }
    }

    @Test(arguments: ["https://app.example.evil", "HTTPS://app.example", "null", "https://app.example:443"])
    func `Another origin gets no permission`(origin: String) async throws {
        try await app(CORSPolicy(origins: [page])).test { client in
            let answer = try await client.get("/api/a", headers: [.origin: origin])
            #expect(answer.headers[.accessControlAllowOrigin] == nil)
            #expect(answer.headers[.vary] == "Origin")
        }
    }

    @Test(arguments: [
        CORSPolicy(origins: ["*"], allowsCredentials: true), CORSPolicy(origins: ["app.example"]),
        CORSPolicy(origins: ["https://app.example/"]),
    ])
    func `A policy that browsers would refuse keeps the app from starting`(policy: CORSPolicy) {
        let error = #expect(throws: ConfigurationError.self) { try app(policy).validate() }
        #expect(error?.problems.map(\.code) == [.middleware])
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Testing

@Suite("Catalogue HTTP: the Authorization header")
struct RequestTests {
    @Test("A header is judged", arguments: rows)
    func header(row: Row) async throws { try await row.check() }

    private static let rows: [Row] = [
        Row("HTTP-01", .missingCredentials) { [] },
        Row("HTTP-03", .missingCredentials) { ["Basic dTpw"] },
        Row("HTTP-03 token", .missingCredentials) { ["Token \(try Mint.token())"] },
        Row("HTTP-04", .invalidRequest) { ["Bearer"] },
        Row("HTTP-05", .invalidRequest) { ["Bearer    "] },
        Row("HTTP-05 empty", .missingCredentials) { [""] },
        Row("HTTP-06", .missingCredentials) { ["Bearer\(try Mint.token())"] },
        Row("HTTP-07 suffix", .missingCredentials) { ["Bearerx \(try Mint.token())"] },
        Row("HTTP-07 prefix", .missingCredentials) { ["XBearer \(try Mint.token())"] },
        Row("HTTP-07 look-alike", .missingCredentials) { ["Be\u{430}rer \(try Mint.token())"] },
        Row("HTTP-08", .invalidRequest) { ["Bearer\t\(try Mint.token())"] },
        Row("HTTP-08 after a space", .invalidRequest) { ["Bearer \t\(try Mint.token())"] },
        Row("HTTP-09", .invalidRequest) { ["Bearer\u{A0}\(try Mint.token())"] },
        Row("HTTP-10", .invalidRequest) { ["Bearer \(try Mint.token()) x"] },
        Row("HTTP-10 space", .invalidRequest) { ["Bearer \(try Mint.token()) "] },
        Row("HTTP-10 parameter", .invalidRequest) { ["Bearer \(try Mint.token()), realm=\"x\""] },
        Row("HTTP-14", .invalidRequest) { ["Bearer \(try Mint.token())", "Bearer \(try Mint.token())"] },
        Row("HTTP-15", .invalidRequest) { ["Basic x", "Bearer \(try Mint.token())"] },
        Row("HTTP-16 first", .invalidRequest) { ["junk", "Bearer \(try Mint.token())"] },
        Row("HTTP-16 second", .invalidRequest) { ["Bearer \(try Mint.token())", ""] },
        Row("HTTP-16 joined", .invalidRequest) { ["Bearer \(try Mint.token()), Bearer \(try Mint.token())"] },
        Row("HTTP-19/20: the header is the only place", .missingCredentials) { [] },
        Row("HTTP-21 NUL", .invalidRequest) { ["Bearer \(try Mint.token())\u{0}"] },
        Row("HTTP-21 DEL", .invalidRequest) { ["Bearer \(try Mint.token())\u{7F}"] },
        Row("HTTP-21 line", .invalidRequest) { ["Bearer \(try Mint.token())\r\n X: y"] },
        Row("HTTP-22", .invalidRequest) { ["Bearer \(try Mint.token())\u{E9}"] },
        Row("HTTP-23", .invalidRequest) { ["Bearer \(try Mint.token().replacing(".", with: "%2e"))"] },
        Row("HTTP-24", .invalidRequest) { ["Bearer {\"access_token\":\"\(try Mint.token())\"}"] },
        Row("padding only", .invalidRequest) { ["Bearer ==="] },
        Row("padding inside", .invalidRequest) { ["Bearer a=b"] },
    ]

    @Test("A token in the query alone is no credential (HTTP-17)")
    func query() async throws {
        try await Row("HTTP-17", .missingCredentials, lines: { [] }).check(hasQueryToken: true)
    }

    @Test("A token in the query beside the header is two methods (HTTP-18)")
    func queryAndHeader() async throws {
        let lines = ["Bearer \(try Mint.token())"]
        try await Row("HTTP-18", .invalidRequest, lines: { lines }).check(hasQueryToken: true)
        try await Row("HTTP-18 alone", lines: { lines }).check()
    }

    @Test("A request without credentials gets a challenge without an error, naming the scopes")
    func challengeWithoutError() throws {
        let challenge = try #require(
            Challenge(realm: "", resourceMetadata: "https://api.example/.well-known/oauth-protected-resource"))
        let error = try #require(throws: AuthError.self) { try BearerToken(authorization: []) }
        let field = challenge.fieldValue(for: error, scopes: ["access_as_user", "b"])
        let parsed = try #require(field.flatMap { ParsedChallenge($0) })
        #expect(parsed["error"] == nil)
        #expect(parsed["scope"] == "access_as_user b")
        #expect(parsed["realm"] == "")
        #expect(parsed["resource_metadata"] == "https://api.example/.well-known/oauth-protected-resource")
    }
}

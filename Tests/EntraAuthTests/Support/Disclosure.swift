// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Testing

/// What a refusal may tell.
enum Disclosure {
    /// The only texts that clients ever see.
    static let messages: Set<String> = [
        "Authorization header missing", "Invalid authorization header", "Invalid token", "Token has expired",
        "Invalid scope", "Insufficient role", "A user token is required", "An application token is required",
        "Client not allowed", "User not allowed", "Additional verification is required", "Token has been revoked",
        "Signing keys are temporarily unavailable",
    ]

    /// Checks that nothing of the request is in any text, and that the challenge is well-formed and fits the code.
    static func check(_ error: AuthError, of lines: [String], scopes: [String]) throws {
        #expect(messages.contains(error.message))
        let challenge = try #require(
            Challenge(realm: "contoso.example", authorizationURI: Cast.origin + "/common/oauth2/authorize"))
        let field = challenge.fieldValue(for: error, scopes: scopes)
        let texts = [error.message, error.description, error.diagnostic, "\(error)", field ?? ""]
        for line in lines {
            #expect(sharedText(line, texts) == nil)
        }
        guard let field else {
            #expect(error.status == 403 || error.status == 503)
            return
        }
        let parsed = try #require(ParsedChallenge(field), "\(field)")
        #expect(parsed.scheme == "Bearer")
        #expect(Set(parsed.parameters.map(\.name)).count == parsed.parameters.count, "\(field)")
        #expect(parsed["realm"] == "contoso.example")
        #expect(parsed["error"] == error.code.challengeError?.rawValue)
        #expect((parsed["claims"] != nil) == (error.claimsChallenge != nil))
        if error.code == .insufficientScope {
            #expect(parsed["scope"] == (scopes.isEmpty ? nil : scopes.joined(separator: " ")))
        }
    }

    /// The first twenty bytes in a row that a secret and a text have in common.
    private static func sharedText(_ secret: String, _ texts: [String]) -> String? {
        let width = 20
        var windows: Set<ArraySlice<UInt8>> = []
        for text in texts {
            let bytes = Array(text.utf8)
            for start in 0..<max(bytes.count - width + 1, 0) { windows.insert(bytes[start..<start + width]) }
        }
        let bytes = Array(secret.utf8.prefix(20_000))
        for start in 0..<max(bytes.count - width + 1, 0) where windows.contains(bytes[start..<start + width]) {
            return String(decoding: bytes[start..<start + width], as: UTF8.self)
        }
        return nil
    }
}

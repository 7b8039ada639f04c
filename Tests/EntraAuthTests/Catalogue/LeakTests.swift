// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue LEAK: what gets out")
struct LeakTests {
    @Test("A token never prints itself (LEAK-05)")
    func printing() throws {
        let text = try Mint.token()
        let token = BearerToken(text)
        var dumped = ""
        dump(token, to: &dumped)
        let nested: [String: Any] = ["token": token, "list": [token, token]]
        for output in [
            "\(token)", String(reflecting: token), String(describing: token), dumped, "\(nested)", "\([token])",
        ] {
            #expect(!output.contains(text.prefix(20)))
            #expect(output.contains("redacted") || output.contains("BearerToken"))
        }
        #expect(Mirror(reflecting: token).children.isEmpty)
    }

    @Test("An unsigned token tells nothing about its claims (LEAK-07)")
    func oracle() async throws {
        let changes: [Mint.Change] = [
            { $0["aud"] = "x" }, { $0["scp"] = "x" }, { $0["iss"] = "x" }, { $0["exp"] = 0 }, { $0["tid"] = 1 },
            { $0["ver"] = "1.0" }, { $0["nonce"] = "x" }, { _ in },
        ]
        let bench = Bench()
        for change in changes {
            let token = BearerToken(try Mint.token(by: .attacker, payload: change))
            let error = try await #require(throws: AuthError.self) {
                try await bench.validator.validate(token, policy: .scope("access_as_user"))
            }
            #expect(error.code == .signatureInvalid)
            #expect(error.message == "Invalid token")
        }
        // Not even whether the payload is JSON, or base64url.
        for payload in [Base64.url("hello"), "AAAB=", "~~~"] {
            var token = Segments(try Mint.token())
            token.payload = payload
            #expect(await bench.code(token.token) == .signatureInvalid)
        }
    }

    @Test("Everything before the signature has one text (LEAK-02)")
    func oneText() {
        let codes: [AuthError.Code] = [
            .tokenMalformed, .tokenTooLarge, .tokenEncrypted, .algorithmNotAllowed, .headerNotAllowed, .keyNotFound,
            .signatureInvalid,
        ]
        #expect(Set(codes.map(\.message)) == ["Invalid token"])
        #expect(Set(codes.map(\.status)) == [401])
        #expect(Set(codes.map(\.challengeError)) == [.invalidToken])
        let fields = codes.map { Challenge(realm: "")?.fieldValue(for: AuthError($0, "private")) }
        #expect(Set(fields).count == 1)
    }

    @Test("Markup in claims is nowhere in an answer (LEAK-01)")
    func reflection() async throws {
        let markup = "<script>alert(1)</script>\r\nX-Injected: 1"
        for name in ["aud", "iss", "tid", "scp", "sub", "azp", "ver", "idtyp", "oid"] {
            try await Row(
                "LEAK-01 \(name)", .audienceInvalid, .issuerInvalid, .claimInvalid, .insufficientScope,
                .versionNotAllowed, .tokenKindInvalid, .clientNotAllowed,
                policy: .scope("access_as_user").clients([Cast.client])
            ) {
                try Mint.token(payload: {
                    $0[name] = .string(markup)
                    if name == "sub" || name == "oid" { $0["azp"] = .string(Cast.otherClient) }
                })
            }.check()
        }
    }

    @Test("A challenge cannot be made of what would break it (LEAK-06)")
    func challengeInjection() {
        for text in ["a\"b", "a\\b", "a\r\nb", "a\u{0}b", "\u{E9}", "a\tb"] {
            #expect(Challenge(realm: text) == nil)
            #expect(Challenge(realm: "", authorizationURI: text) == nil)
            #expect(Challenge(realm: "", resourceMetadata: text) == nil)
        }
        let error = AuthError(.insufficientScope, "", requiredScopes: ["a\"b"])
        let field = Challenge(realm: "x")?.fieldValue(for: error)
        #expect(field == "Bearer realm=\"x\", error=\"insufficient_scope\"")
    }
}

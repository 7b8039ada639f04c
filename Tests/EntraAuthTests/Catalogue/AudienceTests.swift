// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue AUD: the audience")
struct AudienceTests {
    @Test("A token for somebody else is refused", arguments: rows)
    func audience(row: Row) async throws { try await row.check() }

    private static let rows: [Row] =
        [
            Row("AUD-04", .audienceInvalid, on: { Bench { $0.audiences = ["api://" + Cast.api] } }) {
                try Mint.token(payload: { $0["aud"] = .string("api://\(Cast.api)/") })
            },
            Row("the App ID URI, configured", on: { Bench { $0.audiences = ["api://" + Cast.api] } }) {
                try Mint.token(payload: { $0["aud"] = .string("api://\(Cast.api)") })
            },
            Row("AUD-12", .tokenTooLarge) {
                try Mint.token(payload: { $0["aud"] = .array(Array(repeating: "", count: 100_000)) })
            },
            Row("AUD-12 within the size", .claimInvalid) {
                try Mint.token(payload: { $0["aud"] = .array(Array(repeating: "", count: 3_000)) })
            },
            Row("no audience configured", .audienceInvalid, on: { Bench { $0.audiences = [] } }) { try Mint.token() },
        ]
        + [
            "dddddddd-dddd-4ddd-8ddd-dddddddddddd", "api://" + Cast.api, Cast.api.uppercased(),
            String(Cast.api.dropLast()),
            Cast.api + "0", "x" + Cast.api, Cast.api + " other", Cast.api + "/", " " + Cast.api, Cast.api + "\u{0}",
            Cast.api + "\u{301}", "", "00000003-0000-0000-c000-000000000000", "https://graph.microsoft.com",
        ].map { audience in
            Row("AUD-01…07 \(audience.debugDescription)", .audienceInvalid) {
                try Mint.token(payload: { $0["aud"] = .string(audience) })
            }
        }
        + [
            ("AUD-08", .audienceInvalid, ["x", "y"]),
            ("AUD-08 ours among them", .audienceInvalid, ["x", .string(Cast.api)]),
            ("one other", .audienceInvalid, ["x"]), ("AUD-10", .claimInvalid, []),
            ("AUD-11", .claimInvalid, [[.string(Cast.api)]]), ("AUD-11", .claimInvalid, ["0": .string(Cast.api)]),
            ("AUD-11", .claimInvalid, [1]), ("AUD-11", .claimInvalid, 1), ("AUD-11", .claimInvalid, true),
            ("AUD-11 mixed", .claimInvalid, [.string(Cast.api), 1]),
        ].map { (id: String, code: AuthError.Code, audience: JSONValue) in
            Row(id, code) { try Mint.token(payload: { $0["aud"] = .some(audience) }) }
        }

    @Test(
        "The usual mistakes are explained to operators",
        arguments: [
            ("00000003-0000-0000-c000-000000000000", "Microsoft Graph"),
            ("https://graph.microsoft.com", "Microsoft Graph"),
            ("api://" + Cast.api, "App ID URI"),
        ])
    func diagnosis(audience: String, words: String) async throws {
        let bench = Bench()
        let token = BearerToken(try Mint.token(payload: { $0["aud"] = .string(audience) }))
        let error = try await #require(throws: AuthError.self) {
            try await bench.validator.validate(token, policy: .scope("access_as_user"))
        }
        #expect(error.diagnostic.contains(words))
        #expect(!error.diagnostic.contains(Cast.api))
    }
}

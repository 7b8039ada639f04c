// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue TIM: time")
struct TimeTests {
    @Test("A token outside its time is refused", arguments: rows)
    func time(row: Row) async throws { try await row.check() }

    private static let rows: [Row] =
        [
            dates("TIM-01", .tokenExpired, exp: -61), dates("TIM-02", .tokenExpired, exp: -60),
            dates("TIM-15 iat", .claimInvalid, exp: 10, iat: 20), dates("TIM-15 nbf", .claimInvalid, exp: 30, nbf: 40),
            dates("TIM-17", .tokenNotYetValid, nbf: 61), dates("TIM-20", .tokenNotYetValid, iat: 61),
            dates("the lifetime of 30 h", .claimInvalid, exp: 30 * 3_600 - 299),
            raw("TIM-03", .tokenExpired, "exp", "0"), raw("TIM-03", .claimInvalid, "exp", "-1"),
            raw("TIM-14", .claimInvalid, "exp", "253402300799"),
            raw("TIM-14 beyond", .claimInvalid, "exp", "253402300800"),
            raw("TIM-18 year 9999", .tokenNotYetValid, "nbf", "253402300799"),
            raw("TIM-26", .tokenMalformed, "exp", "01800003600"), raw("TIM-10 bare", .tokenMalformed, "exp", "NaN"),
            raw("TIM-10 bare", .tokenMalformed, "exp", "Infinity"),
            Row("TIM-19", .claimMissing) { try Mint.token(payload: { $0["nbf"] = nil }) },
            Row("TIM-22", .tokenExpired, on: { Bench { $0.maximumAge = 24 * 3_600 } }) {
                try Mint.token(payload: { $0["iat"] = 0 })
            },
            Row("the maximum age", on: { Bench { $0.maximumAge = 240 } }) { try Mint.token() },
            Row("past the maximum age", .tokenExpired, on: { Bench { $0.maximumAge = 239 } }) { try Mint.token() },
            Row("no skew", .tokenExpired, on: { Bench { $0.clockSkew = 0 } }) {
                try Mint.token(payload: { $0["exp"] = .integer(Cast.now) })
            },
        ]
        + ["exp", "nbf", "iat"].flatMap { name in
            [
                "1.8e9", "1800003600.0", "1800003600.5", "1e400", "1e300", "1e19", "9223372036854775807",
                "9223372036854775808", "18446744073709551616", "1000000000000000000000000000000", "-0", "-1",
                "\"1800003600\"", "\"NaN\"", "\"Infinity\"", "true", "false", "null", "[1800003600]", "{}",
            ].map { raw("TIM-06…11 \(name) \($0)", .claimInvalid, name, $0) }
        }

    private static func dates(
        _ id: String, _ code: AuthError.Code, exp: Int64 = 3_600, nbf: Int64 = -300, iat: Int64 = -300
    ) -> Row {
        Row(id, code) {
            try Mint.token(payload: {
                $0["exp"] = .integer(Cast.now + exp)
                $0["nbf"] = .integer(Cast.now + nbf)
                $0["iat"] = .integer(Cast.now + iat)
            })
        }
    }

    private static func raw(_ id: String, _ code: AuthError.Code, _ name: String, _ value: String) -> Row {
        Row(id, code) { try Mint.payloadWith("\"\(name)\":\(value)", without: [name]) }
    }

    @Test("The wall clock is read once for a token (TIM-24)")
    func oneRead() async throws {
        let bench = Bench()
        #expect(await bench.code(try Mint.token()) == nil)
        #expect(bench.clock.unixTimeReads == 1)
    }

    @Test("An expired token is told to clients, because they act on it")
    func expired() async throws {
        let bench = Bench()
        let token = BearerToken(try Mint.token(payload: { $0["exp"] = .integer(Cast.now - 100) }))
        let error = try await #require(throws: AuthError.self) {
            try await bench.validator.validate(token, policy: .scope("access_as_user"))
        }
        #expect(error.status == 401)
        #expect(error.message == "Token has expired")
        let field = Challenge(realm: "")?.fieldValue(for: error)
        let parsed = try #require(field.flatMap { ParsedChallenge($0) })
        #expect(parsed["error"] == "invalid_token")
        #expect(parsed["error_description"] == "The access token expired")
    }
}

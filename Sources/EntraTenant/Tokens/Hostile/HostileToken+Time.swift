// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// TIM: `exp`, `nbf` and `iat`, with 60 seconds of skew (RFC 7519 §4.1.4-§4.1.6).
extension HostileToken {
    static let times: [HostileToken] =
        [
            dates("TIM-01", "expired 61 seconds ago", .tokenExpired, exp: -61),
            dates("TIM-02", "expired 60 seconds ago", .tokenExpired, exp: -60),
            raw("TIM-03/1", "exp 0", .tokenExpired, "exp", "0"),
            raw("TIM-03/2", "exp -1", .claimInvalid, "exp", "-1"),
            HostileToken("TIM-06/1", "exp with an exponent", .claimInvalid) {
                let number = $0.now + 3_600
                return try $0.token(
                    payloadMembers: "\"exp\":\(number / 1_000_000_000).\(fraction(number))e9", without: ["exp"])
            },
            HostileToken("TIM-06/2", "exp with a fraction", .claimInvalid) {
                try $0.token(payloadMembers: "\"exp\":\($0.now + 3_600).0", without: ["exp"])
            },
            raw("TIM-07", "exp 1e400", .claimInvalid, "exp", "1e400"),
        ]
        + [
            "1e300", "1e19", "9223372036854775808", "18446744073709551616", "1000000000000000000000000000000",
        ].enumerated().map { raw("TIM-08/\($0 + 1)", "exp \($1)", .claimInvalid, "exp", $1) }
        + [
            raw("TIM-10/1", "exp the string NaN", .claimInvalid, "exp", "\"NaN\""),
            raw("TIM-10/2", "exp the string Infinity", .claimInvalid, "exp", "\"Infinity\""),
            raw("TIM-11/1", "exp true", .claimInvalid, "exp", "true"),
            raw("TIM-11/2", "exp false", .claimInvalid, "exp", "false"),
            raw("TIM-14", "exp in the year 9999", .claimInvalid, "exp", "253402300799"),
            dates("TIM-15/1", "exp before iat", .claimInvalid, exp: 10, iat: 20),
            dates("TIM-15/2", "exp before nbf", .claimInvalid, exp: 30, nbf: 40),
            dates("TIM-17", "valid in 61 seconds", .tokenNotYetValid, nbf: 61),
            raw("TIM-18/1", "nbf in the year 9999", .tokenNotYetValid, "nbf", "253402300799"),
            raw("TIM-18/2", "nbf a string", .claimInvalid, "nbf", "\"1700000000\""),
            raw("TIM-18/3", "nbf with a fraction", .claimInvalid, "nbf", "1700000000.5"),
            raw("TIM-18/4", "nbf negative", .claimInvalid, "nbf", "-1"),
            HostileToken("TIM-19", "no nbf", .claimMissing) { try $0.token("nbf", nil) },
            dates("TIM-20", "issued in 61 seconds", .tokenNotYetValid, iat: 61),
            HostileToken("TIM-26", "exp with a leading zero", .tokenMalformed) {
                try $0.token(payloadMembers: "\"exp\":0\($0.now + 3_600)", without: ["exp"])
            },
        ]

    /// Offsets from now, in seconds.
    private static func dates(
        _ id: String, _ summary: String, _ refusal: Refusal, exp: Int64 = 3_600, nbf: Int64 = -300, iat: Int64 = -300
    ) -> HostileToken {
        HostileToken(id, summary, refusal) { mint in
            try mint.token(payload: {
                $0["exp"] = .integer(mint.now + exp)
                $0["nbf"] = .integer(mint.now + nbf)
                $0["iat"] = .integer(mint.now + iat)
            })
        }
    }

    private static func raw(
        _ id: String, _ summary: String, _ refusal: Refusal, _ name: String, _ value: String
    ) -> HostileToken {
        HostileToken(id, summary, refusal) { try $0.token(payloadMembers: "\"\(name)\":\(value)", without: [name]) }
    }

    /// The last nine digits, as they stand behind the point.
    private static func fraction(_ number: Int64) -> String {
        let digits = "\(number % 1_000_000_000)"
        return String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
}

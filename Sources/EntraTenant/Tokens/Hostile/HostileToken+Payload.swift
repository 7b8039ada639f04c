// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// PAY: the claims (RFC 7519 §4).
extension HostileToken {
    static let payloads: [HostileToken] =
        [
            HostileToken("PAY-02", "an empty object", .claimMissing) { try $0.token(payloadText: "{}") },
            HostileToken("PAY-07", "TID beside tid", .claimInvalid) { try $0.token("TID", .string(foreignTenant)) },
            HostileToken("PAY-13", "exp written with an escape: accepted", nil) {
                try $0.token(payloadMembers: "\"\\u0065xp\":\($0.now + 60)", without: ["exp"])
            },
            HostileToken("PAY-14", "U+0000 behind the audience", .audienceInvalid) {
                try $0.token("aud", .string($0.api.audience + "\u{0}"))
            },
            HostileToken("PAY-15", "the claim __proto__: accepted", nil) { try $0.token("__proto__", ["scp": "x"]) },
        ]
        + family(
            "PAY-16", "a required claim that is null", .claimInvalid,
            ["iss", "aud", "exp", "nbf", "iat", "tid", "ver", "sub", "azp"].map { ($0, $0) }
        ) { try $0.token($1, .some(.null)) }
        + [
            HostileToken("PAY-18/1", "iss a number", .claimInvalid) { try $0.token("iss", 1) },
            HostileToken("PAY-18/2", "tid an array", .claimInvalid) { try $0.token("tid", [.string($0.tenantID)]) },
            HostileToken("PAY-18/3", "sub an object", .claimInvalid) { try $0.token("sub", [:]) },
            HostileToken("PAY-18/4", "ver the number 2.0", .claimInvalid) {
                try $0.token(payloadMembers: "\"ver\":2.0", without: ["ver"])
            },
            HostileToken("PAY-18/5", "ver the number 2", .claimInvalid) { try $0.token("ver", 2) },
        ]

    /// A tenant that is not this one.
    static let foreignTenant = "22222222-2222-4222-8222-222222222222"
}

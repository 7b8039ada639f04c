// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// PAY: the payload as JSON (RFC 7519 §4, §7.2).
extension HostileToken {
    static let payloadTexts: [HostileToken] =
        family("PAY-03", "no JSON object", .tokenMalformed, texts: ["hello", "foo", "[]", "null", "1"]) {
            try $0.token(payloadText: $1)
        }
        + ["aud", "exp", "iss", "tid", "scp", "roles"].enumerated().flatMap { index, name in
            [
                HostileToken("PAY-04/\(index * 2 + 1)", "\(name) twice, the wrong one first", .tokenMalformed) {
                    try $0.token(payloadText: "{\"\(name)\":\"other\"," + textWithRoles($0).dropFirst())
                },
                HostileToken("PAY-04/\(index * 2 + 2)", "\(name) twice, the wrong one last", .tokenMalformed) {
                    try $0.token(payloadText: textWithRoles($0).dropLast() + ",\"\(name)\":\"other\"}")
                },
            ]
        }
        + [
            HostileToken("PAY-05", "scp twice, once with an escape", .tokenMalformed) {
                try $0.token(payloadMembers: "\"\\u0073cp\":\"\($0.scope)\"")
            },
            HostileToken("PAY-06", "a name twice in a nested object", .tokenMalformed) {
                try $0.token(payloadMembers: #""_claim_names":{"a":1,"a":2}"#)
            },
            HostileToken("PAY-08/1", "a trailing comma", .tokenMalformed) {
                try $0.token(payloadText: $0.claimsText().dropLast() + ",}")
            },
            HostileToken("PAY-08/2", "a comment", .tokenMalformed) {
                try $0.token(payloadText: "/* x */" + $0.claimsText())
            },
            HostileToken("PAY-08/3", "bytes behind the object", .tokenMalformed) {
                try $0.token(payloadText: $0.claimsText() + "x")
            },
            HostileToken("PAY-08/4", "a byte order mark", .tokenMalformed) {
                try $0.token(payloadText: "\u{FEFF}" + $0.claimsText())
            },
            HostileToken("PAY-08/5", "UTF-16", .tokenMalformed) {
                try $0.token(
                    payloadBytes: $0.claimsText().utf16.flatMap {
                        [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
                    })
            },
            HostileToken("PAY-09", "invalid UTF-8 in a claim", .tokenMalformed) {
                let open = Array(try $0.claimsText(without: ["name"]).utf8.dropLast())
                return try $0.token(payloadBytes: open + Array(#","name":"x"#.utf8) + [0xFF] + Array(#""}"#.utf8))
            },
        ]
        + nested
        + [
            HostileToken("PAY-11/1", "100,000 claims; a server may refuse the header field first", .tokenTooLarge) {
                try $0.token(payloadMembers: members(100_000))
            },
            HostileToken("PAY-11/2", "1,000 claims", .tokenMalformed) { try $0.token(payloadMembers: members(1_000)) },
            HostileToken("PAY-12", "a number of 10,001 digits in an unknown claim: accepted", nil) {
                try $0.token(payloadMembers: "\"x\":1" + String(repeating: "0", count: 10_000))
            },
            HostileToken("PAY-19", "random bytes as the payload", .tokenMalformed) {
                try $0.token(payloadBytes: (0..<512).map { UInt8(truncatingIfNeeded: 0xD1 &+ $0 &* 167) })
            },
        ]

    private static let nested: [HostileToken] = [
        (17, Refusal.tokenMalformed), (513, .tokenMalformed), (100_000, .tokenTooLarge),
    ].enumerated().map { index, row in
        HostileToken("PAY-10/\(index + 1)", "an unknown claim, nested to depth \(row.0)", row.1) {
            // The payload itself is the first level.
            try $0.token(
                payloadMembers: "\"x\":" + String(repeating: "[", count: row.0 - 1)
                    + String(repeating: "]", count: row.0 - 1))
        }
    }

    private static func members(_ count: Int) -> String {
        (0..<count).map { "\"m\($0)\":0" }.joined(separator: ",")
    }

    private static func textWithRoles(_ mint: HostileMint) throws -> String {
        var claims = try mint.claims()
        claims["roles"] = []
        return HostileMint.text(claims)
    }
}

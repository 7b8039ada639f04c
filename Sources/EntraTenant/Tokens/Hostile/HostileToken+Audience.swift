// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// AUD: the audience, octet by octet (RFC 7519 §4.1.3).
extension HostileToken {
    static let audiences: [HostileToken] =
        [
            row("AUD-01", "another API") { _ in "dddddddd-dddd-4ddd-8ddd-dddddddddddd" },
            row("AUD-03", "the App ID URI at an API for v2.0 tokens") { $0.api.appIDURI },
            row("AUD-04", "the App ID URI with a slash") { $0.api.appIDURI + "/" },
            row("AUD-05", "the client id in another case") { $0.api.clientID.uppercased() },
            row("AUD-06/1", "the client id cut short") { String($0.api.clientID.dropLast()) },
            row("AUD-06/2", "a digit behind the client id") { $0.api.clientID + "0" },
            row("AUD-06/3", "a letter before the client id") { "x" + $0.api.clientID },
            row("AUD-07", "the client id and another, with a space between") { $0.api.clientID + " other" },
            HostileToken("AUD-08", "two others in an array", .audienceInvalid) { try $0.token("aud", ["x", "y"]) },
            HostileToken("AUD-10", "an empty array", .claimInvalid) { try $0.token("aud", []) },
            HostileToken("AUD-11/1", "a nested array", .claimInvalid) {
                try $0.token("aud", [[.string($0.api.clientID)]])
            },
            HostileToken("AUD-11/2", "an object", .claimInvalid) {
                try $0.token("aud", ["0": .string($0.api.clientID)])
            },
            HostileToken("AUD-11/3", "an array of a number", .claimInvalid) { try $0.token("aud", [1]) },
            HostileToken("AUD-11/4", "a number", .claimInvalid) { try $0.token("aud", 1) },
            HostileToken("AUD-12/1", "100,000 audiences; a server may refuse the header field first", .tokenTooLarge) {
                try $0.token("aud", .array(Array(repeating: "", count: 100_000)))
            },
            HostileToken("AUD-12/2", "3,000 audiences", .claimInvalid) {
                try $0.token("aud", .array(Array(repeating: "", count: 3_000)))
            },
        ]

    private static func row(
        _ id: String, _ summary: String, _ audience: @escaping @Sendable (HostileMint) -> String
    ) -> HostileToken {
        HostileToken(id, summary, .audienceInvalid) { try $0.token("aud", .string(audience($0))) }
    }
}

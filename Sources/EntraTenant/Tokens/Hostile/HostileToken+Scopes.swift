// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// AUTHZ: scopes (RFC 6749 §3.3).
extension HostileToken {
    static let scopes: [HostileToken] =
        [
            row("AUTHZ-01", "a letter behind the scope") { $0.scope + "2" },
            row("AUTHZ-03", "the scope in another case") {
                $0.scope == $0.scope.uppercased() ? $0.scope.lowercased() : $0.scope.uppercased()
            },
            // For a scope without an `s`, a long s behind it serves as well.
            row("AUTHZ-04", "a long s, U+017F, in the scope") {
                let folded = $0.scope.replacing("s", with: "\u{17F}", maxReplacements: 1)
                return folded.utf8.elementsEqual($0.scope.utf8) ? $0.scope + "\u{17F}" : folded
            },
            row("AUTHZ-05", "the scope with the App ID URI before it") { "\($0.api.appIDURI)/\($0.scope)" },
        ]
        + [
            ("a comma", ","), ("a tab", "\t"), ("a line break", "\n"), ("a no-break space", "\u{A0}"),
            ("an ideographic space", "\u{3000}"),
        ].enumerated().map { index, separator in
            row("AUTHZ-06/\(index + 1)", "scopes parted by \(separator.0)") { "a\(separator.1)\($0.scope)" }
        }
        + [
            row("AUTHZ-07", "spaces before, between and behind scopes: accepted", nil) { "  a  \($0.scope) " },
            row("AUTHZ-08", "a combining accent behind the space", .insufficientScope) { "a \u{301}\($0.scope)" },
            HostileToken("AUTHZ-09", "an array of the scope", .claimInvalid) {
                try $0.token("scp", [.string($0.scope)])
            },
        ]
        + family(
            "AUTHZ-10", "a scp that is no string", .claimInvalid,
            [("object", JSONValue.object(["access_as_user": true])), ("number", 1), ("true", true), ("null", .null)]
        ) { try $0.token("scp", .some($1)) }
        + family(
            "AUTHZ-15", "the scope under another name", .insufficientScope,
            texts: [
                "scope", "http://schemas.microsoft.com/identity/claims/scope",
                "https://schemas.microsoft.com/identity/claims/scope",
            ]
        ) { mint, name in
            try mint.token(payload: {
                $0["scp"] = nil
                $0[name] = .string(mint.scope)
            })
        }
        + [
            HostileToken("AUTHZ-30", "an administrator's address: accepted, without effect", nil) {
                try $0.token("preferred_username", "admin@contoso.example")
            },
            HostileToken("AUTHZ-32", "groups overage with an address inside: accepted, and nothing is fetched", nil) {
                try $0.token(payload: {
                    $0["hasgroups"] = true
                    $0["_claim_names"] = ["groups": "src1"]
                    $0["_claim_sources"] = ["src1": ["endpoint": "http://169.254.169.254/"]]
                })
            },
            HostileToken("AUTHZ-38", "an actor token inside: accepted, without effect", nil) {
                try $0.token("actort", "eyJhbGciOiJub25lIn0.e30.")
            },
        ]

    private static func row(
        _ id: String, _ summary: String, _ refusal: Refusal? = .insufficientScope,
        _ scopes: @escaping @Sendable (HostileMint) -> String
    ) -> HostileToken {
        HostileToken(id, summary, refusal) { try $0.token("scp", .string(scopes($0))) }
    }
}

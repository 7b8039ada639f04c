// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// HDR: the key that the header names (RFC 7515 §4.1.4, RFC 8725 §3.10).
extension HostileToken {
    static let headerKeys: [HostileToken] =
        [
            HostileToken("HDR-23", "no kid", .keyNotFound) { try $0.token(header: { $0["kid"] = nil }) },
            HostileToken("HDR-24", "an empty kid", .keyNotFound) { try $0.token(header: { $0["kid"] = "" }) },
        ]
        + family(
            "HDR-25", "a kid that is no string", .tokenMalformed,
            [
                ("null", JSONValue.null), ("number", 1), ("array", ["k1"]), ("object", ["k1": 1]), ("bool", true),
            ]
        ) { mint, value in
            try mint.token(header: { $0["kid"] = .some(value) })
        }
        + kids("HDR-26", "a kid that is a path", ["../../../../etc/passwd", "..\\..\\win.ini", "/dev/null"])
        + kids("HDR-28", "a kid that is SQL", ["k1' OR '1'='1", "x' UNION SELECT 'key"])
        + kids(
            "HDR-29", "a kid that is LDAP, a command or a template",
            ["*)(uid=*", "$(id)", "{{7*7}}", "${jndi:ldap://x}"])
        + [
            HostileToken("HDR-33", "the key's kid and U+0000", .keyNotFound) {
                try $0.token(kid: $0.key.keyID + "\u{0}")
            },
            HostileToken("HDR-35", "the key's kid in another case", .keyNotFound) {
                let name = $0.key.keyID
                return try $0.token(kid: name == name.uppercased() ? name.lowercased() : name.uppercased())
            },
            HostileToken("HDR-36/1", "a space before the key's kid", .keyNotFound) {
                try $0.token(kid: " " + $0.key.keyID)
            },
            HostileToken("HDR-36/2", "a space after the key's kid", .keyNotFound) {
                try $0.token(kid: $0.key.keyID + " ")
            },
            HostileToken("HDR-37", "the key's kid, signed by a stranger", .signatureInvalid) {
                try $0.token(by: $0.stranger)
            },
            HostileToken("HDR-40", "an x5t that names another key", .headerNotAllowed) { mint in
                try mint.token(header: { $0["x5t"] = .string(mint.otherKey.keyID) })
            },
        ]

    private static func kids(_ id: String, _ summary: String, _ texts: [String]) -> [HostileToken] {
        family(id, summary, .keyNotFound, texts: texts) { try $0.token(kid: $1) }
    }
}

extension HostileMint {
    fileprivate func token(kid: String) throws -> String { try token(header: { $0["kid"] = .string(kid) }) }
}

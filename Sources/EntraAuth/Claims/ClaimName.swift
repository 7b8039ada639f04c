// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The claims that the validator interprets.
enum ClaimName: Int, CaseIterable {
    case iss, aud, exp, nbf, iat, tid, ver, oid, sub, azp, appid, scp, roles, idtyp, nonce, atHash, cHash

    var text: StaticString {
        switch self {
        case .iss: "iss"
        case .aud: "aud"
        case .exp: "exp"
        case .nbf: "nbf"
        case .iat: "iat"
        case .tid: "tid"
        case .ver: "ver"
        case .oid: "oid"
        case .sub: "sub"
        case .azp: "azp"
        case .appid: "appid"
        case .scp: "scp"
        case .roles: "roles"
        case .idtyp: "idtyp"
        case .nonce: "nonce"
        case .atHash: "at_hash"
        case .cHash: "c_hash"
        }
    }

    /// Finds claims by their names, in any case of ASCII letters.
    static let index = Index()

    /// A table of names, in which a look-up costs one step or two.
    struct Index: Sendable {
        private static let size = 64
        private let slots: [(key: UInt64, claim: ClaimName?)]

        fileprivate init() {
            var slots = [(key: UInt64, claim: ClaimName?)](repeating: (0, nil), count: Self.size)
            for claim in ClaimName.allCases {
                let name = claim.text.withUTF8Buffer(Array.init)
                guard let key = Self.key(name.span) else { continue }
                var slot = Self.slot(key)
                while slots[slot].claim != nil { slot = (slot + 1) % Self.size }
                slots[slot] = (key, claim)
            }
            self.slots = slots
        }

        /// The claim of this name in any case of ASCII letters.
        func claim(ignoringCase name: borrowing Span<UInt8>) -> ClaimName? {
            guard let key = Self.key(name) else { return nil }
            var slot = Self.slot(key)
            // The table is larger than the number of claims, so there is an end.
            while let claim = slots[slot].claim {
                if slots[slot].key == key { return claim }
                slot = (slot + 1) % Self.size
            }
            return nil
        }

        private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 58) }

        /// A name of up to seven bytes as one number: the bytes in lower case above the length.
        private static func key(_ name: borrowing Span<UInt8>) -> UInt64? {
            guard name.count <= 7 else { return nil }
            var key: UInt64 = 0
            for place in name.indices { key = key << 8 | UInt64(asciiLowercase(name[place])) }
            return key << 8 | UInt64(name.count)
        }
    }
}

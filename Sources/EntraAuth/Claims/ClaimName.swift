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

    static let count = allCases.count

    /// The claim of this name in any case of ASCII letters.
    init?(ignoringCase name: borrowing Span<UInt8>) {
        guard let key = Self.key(name), let index = Self.keys.firstIndex(of: key) else { return nil }
        self.init(rawValue: index)
    }

    private static let keys: [UInt64] = allCases.map { claim in
        claim.text.withUTF8Buffer { key($0.span) ?? 0 }
    }

    /// A name of up to seven bytes as one number: the bytes in lower case above the length.
    private static func key(_ name: borrowing Span<UInt8>) -> UInt64? {
        guard name.count <= 7 else { return nil }
        var key: UInt64 = 0
        for place in name.indices { key = key << 8 | UInt64(asciiLowercase(name[place])) }
        return key << 8 | UInt64(name.count)
    }
}

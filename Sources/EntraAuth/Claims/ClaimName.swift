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

    /// Finds claims by their names.
    static let index = ClaimIndex()
}

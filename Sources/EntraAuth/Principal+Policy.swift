// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What policies ask of a principal.
extension Principal {
    /// Whether this client called, compared octet by octet.
    func isClient(_ id: [UInt8]) -> Bool {
        claims[Self.clientClaim(version)]?.utf8.map { isEqual($0, id) } ?? false
    }

    /// How the calling client proved itself; nil when the token does not say.
    public var clientAuthentication: ClientAuthentication? {
        claims.root[version == .v2 ? "azpacr" : "appidacr"]?.string.flatMap(ClientAuthentication.init)
    }

    /// Whether the user is a guest: `acct` says so, or, where it is absent, `idp` names another tenant (`spec §2`).
    public var isGuest: Bool {
        if let account = claims.root["acct"] { return account.int64 != 0 }
        guard let provider = claims.root["idp"]?.utf8 else { return false }
        return !provider.elementsEqual("https://sts.windows.net/\(tenantID)/".utf8)
            && !(claims[.iss]?.utf8.map { $0.elementsEqual(provider) } ?? false)
    }

    /// `groups`, or that they are too many for a token; ask Microsoft Graph then, by ``objectID``, and never an address
    /// that the token names.
    public var groups: GroupMembership {
        let names = claims.root["_claim_names"]
        if claims.root["hasgroups"]?.bool == true || names?["groups"] != nil { return .tooManyForToken }
        guard let groups = claims.root["groups"]?.elements else { return .notIncluded }
        return .included(groups.compactMap(\.string))
    }

    /// `acrs`: the authentication contexts that were met; none unless it is an array of strings throughout.
    var authenticationContexts: [ArraySlice<UInt8>] {
        guard let elements = claims.root["acrs"]?.elements else { return [] }
        let contexts = elements.compactMap(\.utf8)
        return contexts.count == elements.count ? contexts : []
    }

    /// Whether the client said, by `xms_cc`, that it can answer a claims challenge.
    var understandsClaimsChallenges: Bool {
        claims.root["xms_cc"]?.elements?.contains { $0.utf8.map { isEqualIgnoringCase($0, "cp1") } ?? false } ?? false
    }
}

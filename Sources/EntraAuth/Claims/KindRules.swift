// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Tells user tokens, application tokens and ID tokens apart (`spec §8`).
struct KindRules: Sendable {
    static func kind(_ claims: ClaimSet, client: ArraySlice<UInt8>?) throws(AuthError) -> TokenKind {
        let scope = try claims.names(.scp)
        let type = try claims.names(.idtyp)
        guard !claims.has(.nonce), !claims.has(.atHash), !claims.has(.cHash), scope != nil || client != nil else {
            throw AuthError(
                .tokenKindInvalid, "This is an ID token; the client must send its access token for this API.")
        }
        switch (type, scope) {
        case (nil, let scope?): return namesScope(scope) ? .delegated : .undetermined
        case (let type?, let scope?) where isEqual(type, "user"):
            return namesScope(scope) ? .delegated : .undetermined
        case (let type?, nil) where isEqual(type, "app"): return .application
        case (nil, nil): return isOwnSubject(claims) ? .application : .undetermined
        case (let type?, nil) where isEqual(type, "user"): return .undetermined
        default: throw AuthError(.tokenKindInvalid, "The claims idtyp and scp contradict each other.")
        }
    }

    /// Without `idtyp`, a token without scopes whose `oid` and `sub` agree is an application's.
    private static func isOwnSubject(_ claims: ClaimSet) -> Bool {
        guard let object = claims[.oid]?.utf8, let subject = claims[.sub]?.utf8 else { return false }
        return object == subject
    }

    /// A user's token holds at least one scope; an empty claim establishes no kind (`spec §8`).
    private static func namesScope(_ scope: ArraySlice<UInt8>) -> Bool { scope.contains { $0 != 0x20 } }
}

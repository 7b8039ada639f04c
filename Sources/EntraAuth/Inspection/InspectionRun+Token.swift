// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// From the token's bytes to its signature.
extension InspectionRun {
    mutating func split(_ token: BearerToken) -> CompactJWS? {
        guard check(.size, try CompactJWS.checkSize(token)) != nil,
            let segments = check(.segments, try TokenSegments(token))
        else { return nil }
        return check(.encoding, try CompactJWS(segments))
    }

    /// Returns the key that the header names, whether or not the signature is its.
    mutating func verify(_ jws: CompactJWS, keys: KeyStore) async -> HeldKey? {
        guard let root = check(.header, try TokenHeader.root(parsing: jws.header)) else {
            return nil
        }
        header = root
        let isRS256 = check(.algorithm, try TokenHeader.checkAlgorithm(root)) != nil
        _ = check(.parameters, try TokenHeader.refuseForeignParameters(root))
        _ = check(.type, try TokenHeader.checkType(root))
        guard let header = check(.keyID, try TokenHeader(namingKeyIn: root)),
            let held = await check(.key, waitingFor: try await keys.key(header.keyID))
        else { return nil }
        if isRS256 {
            _ = check(.signature, try jws.checkSignature(header, key: held.key))
        }
        return held
    }

    mutating func claims(of jws: CompactJWS) -> ClaimSet? {
        let claims = check(.payload, try ClaimSet(parsing: try jws.payload()))
        payload = claims?.root
        return claims
    }
}

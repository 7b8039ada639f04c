// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

@testable import EntraAuth

/// The JWS layer alone, as the validator runs it: structure, header, key, signature.
enum Signatures {
    /// The code with which a token is refused at this layer, or nil.
    static func code(_ token: String, key: JSONValue) -> AuthError.Code? {
        do throws(AuthError) {
            let jws = try CompactJWS(TokenSegments(BearerToken(token)))
            let header = try TokenHeader(parsing: jws.header)
            guard let signing = signingKey(key), signing.id == header.keyID else { return .keyNotFound }
            return signing.verifies(jws.signature, over: jws.signingInput) ? nil : .signatureInvalid
        } catch {
            return error.code
        }
    }

    static func signingKey(_ key: JSONValue) -> SigningKey? {
        guard let element = try? JSONDocument(parsing: key.serialized(), duplicates: .marked).root else { return nil }
        return try? JSONWebKey.signingKey(from: element)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A JOSE header that passed the header policy (`spec §7`, RFC 8725 §3).
struct TokenHeader {
    /// What a header may cost.
    static let limits = JSONLimits(bytes: CompactJWS.maximumHeaderSize, depth: 16, members: 256, values: 2_048)

    let keyID: KeyIdentifier
    /// Microsoft Graph puts a `nonce` here and signs its hash, so nobody else can verify such a token.
    let hasNonce: Bool

    init(parsing bytes: [UInt8]) throws(AuthError) {
        let root = try Self.root(parsing: bytes)
        try Self.checkAlgorithm(root)
        try Self.refuseForeignParameters(root)
        try Self.checkType(root)
        try self.init(namingKeyIn: root)
    }

    /// Takes the key's name out of a header that passed the other rules.
    init(namingKeyIn root: JSONElement) throws(AuthError) {
        hasNonce = root["nonce"] != nil
        keyID = try Self.keyID(root)
    }

    static func root(parsing bytes: [UInt8]) throws(AuthError) -> JSONElement {
        let root: JSONElement
        do throws(JSONError) {
            root = try JSONDocument(parsing: bytes, limits: Self.limits).root
        } catch {
            throw AuthError(.tokenMalformed, "The header is not strict JSON: \(error).")
        }
        guard root.kind == .object else { throw AuthError(.tokenMalformed, "The header is not a JSON object.") }
        return root
    }

    /// One algorithm, compiled in (RFC 8725 §3.1).
    static func checkAlgorithm(_ root: JSONElement) throws(AuthError) {
        guard let algorithm = root["alg"]?.utf8, isEqual(algorithm, "RS256") else {
            throw AuthError(.algorithmNotAllowed, "The header's alg is not RS256.")
        }
    }

    private static let foreignParameters: [StaticString] = [
        "crit", "b64", "zip", "enc", "epk", "apu", "apv", "iv", "tag", "p2s", "p2c", "jku", "x5u",
        "jwk", "x5c",
    ]

    /// Parameters that would choose a key or change what is signed.
    ///
    /// Entra sends none of them.
    static func refuseForeignParameters(_ root: JSONElement) throws(AuthError) {
        var foreign: StaticString?
        root.members?.forEachPlace { name, _ in
            for parameter in Self.foreignParameters where isEqual(name, parameter) { foreign = parameter }
        }
        if let foreign { throw AuthError(.headerNotAllowed, "The header has the parameter \(foreign).") }
        if let contentType = root["cty"] {
            guard let value = contentType.utf8 else {
                throw AuthError(.tokenMalformed, "The header's cty is not a string.")
            }
            if isMediaType(value, "jwt") || isMediaType(value, "at+jwt") {
                throw AuthError(.headerNotAllowed, "The token is nested (cty JWT).")
            }
        }
    }

    /// `typ` absent, `JWT`, or `at+jwt` should Microsoft adopt RFC 9068.
    static func checkType(_ root: JSONElement) throws(AuthError) {
        guard let type = root["typ"] else { return }
        guard let value = type.utf8 else { throw AuthError(.tokenMalformed, "The header's typ is not a string.") }
        guard isMediaType(value, "jwt") || isMediaType(value, "at+jwt") else {
            throw AuthError(.headerNotAllowed, "The header's typ is not that of an access token.")
        }
    }

    private static func keyID(_ root: JSONElement) throws(AuthError) -> KeyIdentifier {
        guard let element = root["kid"] else { throw AuthError(.keyNotFound, "The header has no kid.") }
        guard let keyID = element.utf8 else { throw AuthError(.tokenMalformed, "The header's kid is not a string.") }
        guard 1...KeyIdentifier.maximumSize ~= keyID.count else {
            throw AuthError(.keyNotFound, "The header's kid has \(keyID.count) bytes.")
        }
        if let thumbprint = root["x5t"] {
            guard let value = thumbprint.utf8 else {
                throw AuthError(.tokenMalformed, "The header's x5t is not a string.")
            }
            guard value == keyID else { throw AuthError(.headerNotAllowed, "The header's x5t differs from its kid.") }
        }
        return KeyIdentifier(keyID)
    }

    /// Media types compare without case and may drop `application/` (RFC 7515 §4.1.9).
    private static func isMediaType(_ value: ArraySlice<UInt8>, _ subtype: StaticString) -> Bool {
        let hasPrefix = value.count > 12 && isEqualIgnoringCase(value.prefix(12), "application/")
        return isEqualIgnoringCase(hasPrefix ? value.dropFirst(12) : value, subtype)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A compact JWS split into its parts (RFC 7515 §7.1), before anything in it is believed.
struct CompactJWS {
    /// The largest token: 200 group ids make about 10.4 KB (`spec §7`).
    static let maximumSize = 16 * 1024
    /// The largest encoded header.
    static let maximumHeaderSize = 2 * 1024

    let header: [UInt8]
    let signature: [UInt8]
    private let segments: TokenSegments

    var signingInput: ArraySlice<UInt8> { segments.signingInput }

    static func checkSize(_ token: BearerToken) throws(AuthError) {
        guard token.bytes.count <= maximumSize else {
            throw AuthError(.tokenTooLarge, "The token has \(token.bytes.count) bytes; the limit is \(maximumSize).")
        }
    }

    /// Decodes header and signature; the header only when it is not known already.
    init(_ segments: TokenSegments, header known: [UInt8]? = nil) throws(AuthError) {
        guard let header = known ?? Base64URL.decode(segments.header),
            let signature = Base64URL.decode(segments.signature)
        else {
            throw AuthError(.tokenMalformed, "A segment is not strict base64url (RFC 7515 §2).")
        }
        self.header = header
        self.signature = signature
        self.segments = segments
    }

    func checkSignature(_ header: TokenHeader, key: SigningKey) throws(AuthError) {
        guard signature.count == key.signatureSize else {
            throw AuthError(
                .signatureInvalid,
                "The signature has \(signature.count) bytes, not \(key.signatureSize) as the key's have.")
        }
        guard key.verifies(signature, over: signingInput) else {
            throw AuthError(
                .signatureInvalid,
                header.hasNonce
                    ? "The signature does not verify, and the header has a nonce: this is a Microsoft Graph token."
                    : "The signature does not verify with the key that the header names.")
        }
    }

    /// The payload's bytes; asked for only after the signature is verified.
    func payload() throws(AuthError) -> [UInt8] {
        guard let payload = Base64URL.decode(segments.payload) else {
            throw AuthError(.tokenMalformed, "The payload is not strict base64url (RFC 7515 §2).")
        }
        return payload
    }
}

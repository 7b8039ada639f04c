// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A compact JWS split into its parts (RFC 7515 §7.1), before anything in it is believed.
struct CompactJWS {
    /// The largest token: 200 group ids make about 10.4 KB (`spec §7`).
    static let maximumSize = 16 * 1024
    /// The largest encoded header.
    static let maximumHeaderSize = 2 * 1024

    let header: [UInt8]
    let signingInput: ArraySlice<UInt8>
    let signature: [UInt8]
    private let encodedPayload: ArraySlice<UInt8>

    init(_ token: BearerToken) throws(AuthError) {
        let bytes = token.bytes
        guard bytes.count <= Self.maximumSize else {
            throw AuthError(.tokenTooLarge, "The token has \(bytes.count) bytes; the limit is \(Self.maximumSize).")
        }
        var dots = (0, 0)
        var count = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: ".") {
            if count == 0 { dots.0 = index } else if count == 1 { dots.1 = index }
            count += 1
        }
        if count == 4 { throw AuthError(.tokenEncrypted, "The token has five segments: it is encrypted (JWE).") }
        guard count == 2 else {
            throw AuthError(.tokenMalformed, "The token has \(count + 1) segments; a compact JWS has three.")
        }
        let encodedHeader = bytes[..<dots.0]
        let encodedSignature = bytes[(dots.1 + 1)...]
        encodedPayload = bytes[(dots.0 + 1)..<dots.1]
        guard encodedHeader.count <= Self.maximumHeaderSize else {
            throw AuthError(.tokenTooLarge, "The header has \(encodedHeader.count) bytes.")
        }
        guard !encodedHeader.isEmpty, !encodedPayload.isEmpty, !encodedSignature.isEmpty else {
            throw AuthError(.tokenMalformed, "A segment of the token is empty.")
        }
        guard let header = Base64URL.decode(encodedHeader), let signature = Base64URL.decode(encodedSignature) else {
            throw AuthError(.tokenMalformed, "A segment is not strict base64url (RFC 7515 §2).")
        }
        self.header = header
        self.signature = signature
        signingInput = bytes[..<dots.1]
    }

    /// The payload's bytes; asked for only after the signature is verified.
    func payload() throws(AuthError) -> [UInt8] {
        guard let payload = Base64URL.decode(encodedPayload) else {
            throw AuthError(.tokenMalformed, "The payload is not strict base64url (RFC 7515 §2).")
        }
        return payload
    }
}

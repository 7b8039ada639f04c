// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The three parts of a compact serialization, still encoded (RFC 7515 §7.1).
struct TokenSegments {
    private let bytes: [UInt8]
    private let dots: (Int, Int)

    var header: ArraySlice<UInt8> { bytes[..<dots.0] }
    var payload: ArraySlice<UInt8> { bytes[(dots.0 + 1)..<dots.1] }
    var signature: ArraySlice<UInt8> { bytes[(dots.1 + 1)...] }
    /// Header and payload with the dot between them: what is signed.
    var signingInput: ArraySlice<UInt8> { bytes[..<dots.1] }

    /// Counts the dots before it cuts, so that a token of dots costs nothing.
    init(_ token: BearerToken) throws(AuthError) {
        let bytes = token.bytes
        var dots = (0, 0)
        var count = 0
        var place = 0
        while let dot = firstIndex(of: UInt8(ascii: "."), in: bytes.span, from: place) {
            if count == 0 { dots.0 = dot } else if count == 1 { dots.1 = dot }
            count += 1
            place = dot + 1
        }
        if count == 4 { throw AuthError(.tokenEncrypted, "The token has five segments: it is encrypted (JWE).") }
        guard count == 2 else {
            throw AuthError(.tokenMalformed, "The token has \(count + 1) segments; a compact JWS has three.")
        }
        guard dots.0 <= CompactJWS.maximumHeaderSize else {
            throw AuthError(.tokenTooLarge, "The header has \(dots.0) bytes.")
        }
        guard dots.0 > 0, dots.1 > dots.0 + 1, bytes.count > dots.1 + 1 else {
            throw AuthError(.tokenMalformed, "A segment of the token is empty.")
        }
        self.bytes = bytes
        self.dots = dots
    }
}

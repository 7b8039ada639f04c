// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension BearerToken {
    /// Takes the token out of a request (RFC 6750 §2.1, RFC 9110 §11; `spec §10`).
    ///
    /// - Parameters:
    ///   - fieldValues: The value of every `Authorization` field line, in order, not joined.
    ///   - hasQueryToken: Whether the query has an `access_token` parameter. It is never read, but a second method beside
    ///     the header makes the request malformed (RFC 6750 §3.1).
    /// - Throws: ``AuthError`` with `missing_credentials` for no header or another scheme, `invalid_request` for a
    ///   Bearer header that is malformed or not alone.
    public init(authorization fieldValues: [String], hasQueryToken: Bool = false) throws(AuthError) {
        try self.init(authorization: fieldValues.map { Array($0.utf8)[...] }, hasQueryToken: hasQueryToken)
    }

    /// The same, from bytes that no string was made of.
    package init(authorization fieldValues: [ArraySlice<UInt8>], hasQueryToken: Bool) throws(AuthError) {
        guard let value = fieldValues.first else {
            throw AuthError(
                .missingCredentials,
                hasQueryToken
                    ? "The token stands in the query; only the Authorization header is read."
                    : "The request has no Authorization header.")
        }
        guard fieldValues.count == 1 else {
            throw AuthError(.invalidRequest, "The request has \(fieldValues.count) Authorization headers.")
        }
        let scheme = value.prefix { isTokenCharacter($0) }
        guard isEqualIgnoringCase(scheme, "bearer") else {
            throw AuthError(.missingCredentials, "The Authorization header is not of the Bearer scheme.")
        }
        let rest = value[scheme.endIndex...]
        let token = rest.drop { $0 == 0x20 }
        guard token.startIndex > rest.startIndex, isTokenText(token) else {
            throw AuthError(
                .invalidRequest, "The Authorization header is not \"Bearer\", spaces and one token (RFC 6750 §2.1).")
        }
        guard !hasQueryToken else {
            throw AuthError(.invalidRequest, "A token stands in the header and in the query (RFC 6750 §3.1).")
        }
        self.init(bytes: token)
    }
}

/// `tchar` of RFC 9110 §5.6.2.
private func isTokenCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
        UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
        true
    default:
        isASCIIAlphanumeric(byte)
    }
}

/// `b64token` of RFC 6750 §2.1, with padding allowed before each dot too: a padded segment is a malformed token, not a
/// malformed header.
private func isTokenText(_ text: ArraySlice<UInt8>) -> Bool {
    var isPadding = false
    for byte in text.dropFirst(plainPrefix(text)) {
        switch byte {
        case UInt8(ascii: "="):
            isPadding = true
        case UInt8(ascii: "."):
            isPadding = false
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            if isPadding { return false }
        default:
            guard !isPadding, isASCIIAlphanumeric(byte) else { return false }
        }
    }
    return !text.isEmpty && text.first != UInt8(ascii: "=")
}

/// How many bytes at the start, counted in words of eight, are characters of a token without padding.
///
/// Byte by byte this took as long as half the RSA operation. In each byte below 0x80 the highest bit is free: an addition
/// sets it where the byte reaches a bound, and no carry leaves the byte.
private func plainPrefix(_ text: ArraySlice<UInt8>) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x80 &* ones

    /// The bytes from one bound to the other, inclusive.
    func bytes(of word: UInt64, in range: ClosedRange<UInt8>) -> UInt64 {
        (word &+ UInt64(0x80 - range.lowerBound) &* ones) & ~(word &+ UInt64(0x7F - range.upperBound) &* ones)
    }

    return text.withUnsafeBytes { text in
        var count = 0
        while count + 8 <= text.count {
            let word = text.loadUnaligned(fromByteOffset: count, as: UInt64.self)
            guard word & tops == 0 else { break }
            let letters = bytes(of: word | 0x20 &* ones, in: UInt8(ascii: "a")...UInt8(ascii: "z"))
            // "-", ".", "/" and the digits follow one another.
            let digits = bytes(of: word, in: UInt8(ascii: "-")...UInt8(ascii: "9"))
            let plus = bytes(of: word, in: UInt8(ascii: "+")...UInt8(ascii: "+"))
            let underscore = bytes(of: word, in: UInt8(ascii: "_")...UInt8(ascii: "_"))
            let tilde = bytes(of: word, in: UInt8(ascii: "~")...UInt8(ascii: "~"))
            guard (letters | digits | plus | underscore | tilde) & tops == tops else { break }
            count += 8
        }
        return count
    }
}

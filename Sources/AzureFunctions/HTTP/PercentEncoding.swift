// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Percent-decoding of URLs (RFC 3986 §2.1).
package enum PercentEncoding {
    /// The decoded text, or nil for a broken escape or for bytes that are not UTF-8.
    ///
    /// - Parameters:
    ///   - text: The encoded text.
    ///   - keepsSlash: Whether `%2F` stays as it is.
    /// - Returns: The decoded text.
    package static func decode(_ text: some StringProtocol, keepsSlash: Bool = false) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes = ArraySlice(Array(text.utf8))
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        while let byte = bytes.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                decoded.append(byte)
                continue
            }
            guard bytes.count >= 2, let high = bytes.popFirst().flatMap(hexValue),
                let low = bytes.popFirst().flatMap(hexValue)
            else { return nil }
            let value = high << 4 | low
            if keepsSlash, value == UInt8(ascii: "/") {
                decoded.append(contentsOf: "%2F".utf8)
            } else {
                decoded.append(value)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
        default: nil
        }
    }
}

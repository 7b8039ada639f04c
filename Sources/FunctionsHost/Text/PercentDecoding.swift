// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Decodes URLs as ASP.NET does: what is broken stays as it is.
enum PercentDecoding {
    /// A path for people; an encoded slash stays encoded (host contract §7.2).
    static func path(_ text: String) -> String { decode(text[...], keepsSlash: true) }

    /// A name or value of a query string.
    static func query(_ text: Substring) -> String {
        decode(Substring(text.map { $0 == "+" ? " " : String($0) }.joined()), keepsSlash: false)
    }

    private static func decode(_ text: Substring, keepsSlash: Bool) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hex(bytes[index + 1]),
                let low = hex(bytes[index + 2]), !(keepsSlash && high << 4 | low == UInt8(ascii: "/"))
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(validating: decoded, as: UTF8.self) ?? String(text)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
        default: nil
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Finds tokens by their look, and parameters with secrets by their names: in a query, a form or a connection string.
enum SecretScanner {
    /// Parameters whose values are never shown, with the equals sign.
    private static let secretParameters = [
        "code=", "access_token=", "id_token=", "refresh_token=", "client_secret=", "client_assertion=", "assertion=",
        "password=", "pwd=", "sig=", "accountkey=", "sharedaccesskey=",
    ].map { Array($0.utf8) }

    /// A text with a mark in the place of its secrets.
    ///
    /// - Parameter bytes: UTF-8, possibly cut within a character.
    /// - Returns: The text; nil when there is nothing to hide.
    static func redacted(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var result: [UInt8] = []
        // Everything before this has been written.
        var written = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "e"), let end = tokenEnd(bytes, index) {
                result += bytes[written..<index]
                result += Redaction.mark.utf8
                (written, index) = (end, end)
            } else if byte | 0x20 == UInt8(ascii: "="), endsSecretName(bytes, written, index) {
                result += bytes[written...index]
                result += Redaction.mark.utf8
                let end = bytes[(index + 1)...].firstIndex(where: endsValue) ?? bytes.count
                (written, index) = (end, end)
            } else {
                index += 1
            }
        }
        guard written > 0 else { return nil }
        return String(decoding: result + bytes[written...], as: UTF8.self)
    }

    /// Where a compact token that begins here ends: `eyJ`, and at least one dot among its letters.
    private static func tokenEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "y"), bytes[start + 2] == UInt8(ascii: "J"),
            start == 0 || !isTokenByte(bytes[start - 1])
        else { return nil }
        let end = bytes[start...].firstIndex { !isTokenByte($0) } ?? bytes.count
        return bytes[start..<end].contains(UInt8(ascii: ".")) ? end : nil
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }

    /// Whether the name of a secret ends at an equals sign, and begins behind a separator.
    private static func endsSecretName(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ end: Int) -> Bool {
        secretParameters.contains { name in
            let start = end + 1 - name.count
            return start >= lower && (start == 0 || startsName(bytes[start - 1]))
                && name.indices.allSatisfy { (bytes[start + $0] | 0x20) == (name[$0] | 0x20) }
        }
    }

    private static func startsName(_ before: UInt8) -> Bool {
        switch before {
        case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: " "), UInt8(ascii: "\""): true
        default: false
        }
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x20,
            0x0D,
            0x0A:
            true
        default: false
        }
    }
}

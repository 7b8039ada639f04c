// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Texts that the host's JSON reader takes for dates and prints anew in another form (host contract §8.2).
enum HostDateForm {
    /// `2024-10-24T10:11:12` with or without fraction and zone, or `/Date(1)/`; rather too many than too few.
    static func isRecognized(_ text: String) -> Bool {
        // Asked of every header field of every answer, of which hardly one begins like a date.
        guard let first = text.utf8.first, 0x2F...0x39 ~= first else { return false }
        let bytes = Array(text.utf8.prefix(48))
        if bytes.starts(with: Array("/Date(".utf8)) { return text.utf8.last == UInt8(ascii: "/") }
        guard 19...40 ~= bytes.count else { return false }
        let pattern = Array("0000-00-00T00:00:00".utf8)
        return zip(pattern, bytes).allSatisfy { wanted, byte in
            wanted == UInt8(ascii: "0") ? 0x30...0x39 ~= byte : wanted == byte
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The parts of an absolute http or https URL that the validator needs; anything unusual is not one.
package struct HTTPURL {
    package let scheme: String
    /// Host, and port where given.
    package let authority: String
    /// The host without port.
    package let host: String
    package let path: String

    package init?(_ text: String) {
        let isASCII = text.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\\") }
        guard isASCII, let scheme = ["https", "http"].first(where: { text.hasPrefix($0 + "://") }) else { return nil }
        self.scheme = scheme
        let rest = text.dropFirst(scheme.count + 3)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let authority = rest[..<end]
        let bracket = authority.first == "[" ? authority.firstIndex(of: "]") : nil
        let hostEnd = bracket.map(authority.index(after:)) ?? authority.firstIndex(of: ":") ?? end
        guard hostEnd > authority.startIndex, !authority.contains("@"), Self.isPort(authority[hostEnd...]) else {
            return nil
        }
        self.authority = String(authority)
        host = String(authority[..<hostEnd])
        path = String(rest[end...])
    }

    package var isLoopback: Bool { ["localhost", "127.0.0.1", "[::1]"].contains(host) }

    /// Whether what follows the host is nothing, or a colon and up to five digits.
    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty
            || text.first == ":" && 2...6 ~= text.utf8.count && text.utf8.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The parts of an absolute http or https URL that the validator needs; anything unusual is not one.
struct HTTPURL {
    let scheme: String
    /// Host, and port where given.
    let authority: String
    let path: String

    init?(_ text: String) {
        let isASCII = text.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\\") }
        guard isASCII, let scheme = ["https", "http"].first(where: { text.hasPrefix($0 + "://") }) else { return nil }
        self.scheme = scheme
        let rest = text.dropFirst(scheme.count + 3)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        authority = String(rest[..<end])
        path = String(rest[end...])
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
    }

    /// The host without port.
    var host: Substring {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return authority[...end] }
        return authority[..<(authority.lastIndex(of: ":") ?? authority.endIndex)]
    }

    var isLoopback: Bool { ["localhost", "127.0.0.1", "[::1]"].contains(String(host)) }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// An absolute http or https address, taken apart.
struct HTTPAddress: Equatable, Sendable {
    let isSecure: Bool
    let host: String
    let port: Int
    /// Path and query as they go into the request line, with a slash at the start.
    var target: String

    /// Nil for anything that is not http or https with a host.
    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host, !host.isEmpty
        else { return nil }
        isSecure = scheme == "https"
        self.host = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        let usual = isSecure ? 443 : 80
        port = parts.port ?? usual
        guard 1...65_535 ~= port else { return nil }
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        target = path + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
    }

    /// The `Host` field.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// Scheme and authority, without a slash at the end.
    var origin: String { "\(isSecure ? "https" : "http")://\(authority)" }
}

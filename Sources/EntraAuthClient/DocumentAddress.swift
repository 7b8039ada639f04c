// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// Where a document is: an https URL, or an http one on the loopback.
struct DocumentAddress: Sendable {
    let isSecure: Bool
    /// A name, or an address without brackets.
    let host: String
    let port: Int
    /// The `Host` field.
    let authority: String
    /// Path and query.
    let target: String

    init?(_ text: String) {
        guard let url = HTTPURL(text), url.scheme == "https" || url.isLoopback, !url.path.contains("#") else {
            return nil
        }
        isSecure = url.scheme == "https"
        authority = url.authority
        host = url.host.hasPrefix("[") ? String(url.host.dropFirst().dropLast()) : url.host
        let digits = url.authority.dropFirst(url.host.count + 1)
        guard let port = digits.isEmpty ? (isSecure ? 443 : 80) : Int(digits), 1...65_535 ~= port else { return nil }
        self.port = port
        target = url.path.hasPrefix("/") ? url.path : "/" + url.path
    }

    /// Scheme and authority: the same for all that one connection may serve.
    var origin: String { (isSecure ? "https://" : "http://") + authority }
}

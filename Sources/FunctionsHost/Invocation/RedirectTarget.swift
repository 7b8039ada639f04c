// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where a redirect of the handler leads, when it leads to the handler.
struct RedirectTarget: Sendable, Equatable {
    /// Path and query.
    let uri: String

    /// - Parameters:
    ///   - location: The `Location` header.
    ///   - base: The path of the request that was answered.
    ///   - port: The handler's port.
    init?(_ location: String, from base: String, port: Int) {
        guard !location.isEmpty, location.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
        let text = location.prefix { $0 != "#" }
        for host in ["127.0.0.1:\(port)", "localhost:\(port)"] where text.lowercased().hasPrefix("http://" + host) {
            let rest = text.dropFirst("http://".count + host.count)
            guard rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix("?") else { return nil }
            uri = rest.hasPrefix("/") ? String(rest) : "/" + rest
            return
        }
        // What else has a scheme or an authority leads elsewhere.
        guard !text.hasPrefix("//"), !text.prefix(while: { $0 != "/" && $0 != "?" }).contains(":") else { return nil }
        if text.hasPrefix("/") {
            uri = String(text)
        } else {
            let path = base.prefix { $0 != "?" }
            uri = String(path[...(path.lastIndex(of: "/") ?? path.startIndex)] + text)
        }
    }
}

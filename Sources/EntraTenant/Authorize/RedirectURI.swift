// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where authorization codes may go: only to registered URIs.
struct RedirectURI: Sendable, Hashable {
    private static let loopbackHosts = ["localhost", "127.0.0.1", "[::1]"]

    let scheme: String
    let host: String
    let port: String?
    /// Path and query.
    let rest: String

    init?(_ text: String) {
        guard text.utf8.count <= 2_048, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !text.contains("#"),
            !text.contains("\\"), let colon = text.firstIndex(of: ":")
        else { return nil }
        scheme = text[..<colon].lowercased()
        let after = text[text.index(after: colon)...]
        guard let first = scheme.utf8.first, (0x61...0x7A).contains(first),
            scheme.utf8.allSatisfy({ Array("abcdefghijklmnopqrstuvwxyz0123456789+-.".utf8).contains($0) })
        else { return nil }
        guard after.hasPrefix("//") else {
            (host, port, rest) = ("", nil, String(after))
            return
        }
        let authorityAndRest = after.dropFirst(2)
        let end = authorityAndRest.firstIndex { $0 == "/" || $0 == "?" } ?? authorityAndRest.endIndex
        let authority = authorityAndRest[..<end]
        guard !authority.contains("@") else { return nil }
        rest = String(authorityAndRest[end...])
        if let cut = authority.lastIndex(of: ":"), !authority[cut...].contains("]") {
            host = authority[..<cut].lowercased()
            let digits = authority[authority.index(after: cut)...]
            guard let number = UInt16(digits), number > 0 else { return nil }
            port = String(number)
        } else {
            host = authority.lowercased()
            port = nil
        }
    }

    private var isLoopback: Bool { scheme == "http" && Self.loopbackHosts.contains(host) }

    private var path: String { rest == "/" ? "" : rest }

    /// Whether a requested URI is this registered one; on loopback `http` the port is free (RFC 8252 §7.3).
    func matches(_ requested: RedirectURI) -> Bool {
        scheme == requested.scheme && host == requested.host && path == requested.path
            && (isLoopback || port == requested.port)
    }

    /// Why a URI cannot be registered, or nil when it can.
    static func problem(registering text: String) -> String? {
        guard let uri = RedirectURI(text) else { return "must be an absolute URI without fragment and user name" }
        switch uri.scheme {
        case "http" where !uri.isLoopback: return "http is allowed for localhost only; use https"
        case "javascript", "data", "file", "vbscript", "blob", "about":
            return "the scheme \(uri.scheme) cannot receive codes"
        case "http", "https": return uri.host.isEmpty ? "must name a host" : nil
        default: return nil
        }
    }
}

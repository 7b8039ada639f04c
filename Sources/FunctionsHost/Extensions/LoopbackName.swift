// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Names of this machine, as browsers write them.
enum LoopbackName {
    /// Whether an origin such as `http://localhost:7071` is this machine.
    static func isLoopback(origin: String) -> Bool {
        guard let range = origin.firstRange(of: "://") else { return false }
        return isLoopback(authority: String(origin[range.upperBound...]))
    }

    /// Whether a `Host` header names this machine; another name for it may be an attacker's (DNS rebinding).
    static func isLoopback(authority: String) -> Bool {
        var host = authority.lowercased()
        if host.hasPrefix("[") {
            host = String(host.dropFirst().prefix { $0 != "]" })
        } else {
            host = String(host.prefix { $0 != ":" })
        }
        return host == "localhost" || host == "::1" || host.wholeMatch(of: /127\.\d{1,3}\.\d{1,3}\.\d{1,3}/) != nil
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Checks keys (host contract §6.2).
struct CallerCheck: Sendable {
    let keys: HostKeys?

    /// The level that a request's key gives; nil when a key is wrong.
    ///
    /// Without keys everybody is an administrator.
    func level(header: String?, code: String?) -> String? {
        guard let keys else { return "Admin" }
        guard let key = header ?? code else { return "Anonymous" }
        if Self.equal(key, keys.master) { return "Admin" }
        return Self.equal(key, keys.function) ? "Function" : nil
    }

    /// Whether a caller of a level may call a function.
    func allows(_ level: String?, _ required: AuthLevel) -> Bool {
        switch required {
        case .anonymous: true
        case .function: level == "Admin" || level == "Function"
        case .admin, .system, .user: level == "Admin"
        }
    }

    /// Takes the same time wherever the texts differ.
    private static func equal(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8), right = Array(right.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 } == 0
    }
}

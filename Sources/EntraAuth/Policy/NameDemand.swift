// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Scopes or roles that a token must have: one of them, or all.
struct NameDemand: Sendable {
    enum Quantity: Sendable {
        case any, all
    }

    let names: [[UInt8]]
    let quantity: Quantity

    init(_ names: [String], _ quantity: Quantity) {
        self.names = names.map { Array($0.utf8) }
        self.quantity = quantity
    }

    /// Scopes given as URIs count by their last part, because a token holds short names (`spec §9`).
    init(scopes: [String], _ quantity: Quantity) {
        names = scopes.map { Array($0.utf8).split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? [] }
        self.quantity = quantity
    }

    /// Whether the names are held, by an answer that compares octet by octet; a demand without names is met by nobody.
    func isMet(_ holds: (_ name: [UInt8]) -> Bool) -> Bool {
        guard !names.isEmpty else { return false }
        return quantity == .all ? names.allSatisfy(holds) : names.contains(where: holds)
    }

    var problems: [String] {
        if names.isEmpty { return ["The policy has an empty list of scopes or roles, so it admits nobody."] }
        return names.filter { !Self.isScopeToken($0) }.map {
            "\"\(KeyIdentifier.sanitized($0))\" is not a scope or role name (RFC 6749 §3.3)."
        }
    }

    /// `scope-token` of RFC 6749 §3.3, which is also safe inside a quoted string.
    private static func isScopeToken(_ name: [UInt8]) -> Bool {
        !name.isEmpty
            && name.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
}

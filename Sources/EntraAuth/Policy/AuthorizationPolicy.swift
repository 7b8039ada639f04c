// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a route demands of a token that is authentic (`spec §9`).
///
/// A policy always demands something.
public struct AuthorizationPolicy: Sendable {
    private enum Demand: Sendable {
        case scopes([[UInt8]], all: Bool)
        case roles([[UInt8]], kind: TokenKind, all: Bool)
    }

    private let demand: Demand
    private let scopeNames: [String]
    private var clients: [[UInt8]]?

    private init(_ demand: Demand, scopeNames: [String] = []) {
        self.demand = demand
        self.scopeNames = scopeNames
    }

    /// A user's token with this delegated scope.
    ///
    /// - Parameter scope: The short name, such as `access_as_user`; of a full URI the last part counts.
    /// - Returns: The policy.
    public static func scope(_ scope: String) -> AuthorizationPolicy { scopes(anyOf: [scope]) }

    /// A user's token with at least one of these delegated scopes.
    ///
    /// - Parameter scopes: Short names; an empty list admits nobody.
    /// - Returns: The policy.
    public static func scopes(anyOf scopes: [String]) -> AuthorizationPolicy { policy(scopes, all: false) }

    /// A user's token with all of these delegated scopes.
    ///
    /// - Parameter scopes: Short names; an empty list admits nobody.
    /// - Returns: The policy.
    public static func scopes(allOf scopes: [String]) -> AuthorizationPolicy { policy(scopes, all: true) }

    /// An application's own token with at least one of these app roles.
    ///
    /// - Parameter roles: Values of app roles; an empty list admits nobody.
    /// - Returns: The policy.
    public static func appRoles(anyOf roles: [String]) -> AuthorizationPolicy {
        AuthorizationPolicy(.roles(roles.map { Array($0.utf8) }, kind: .application, all: false))
    }

    /// A user's token whose user has at least one of these app roles.
    ///
    /// - Parameter roles: Values of app roles; an empty list admits nobody.
    /// - Returns: The policy.
    public static func userRoles(anyOf roles: [String]) -> AuthorizationPolicy {
        AuthorizationPolicy(.roles(roles.map { Array($0.utf8) }, kind: .delegated, all: false))
    }

    /// The same demand, and the calling client must be one of these.
    ///
    /// - Parameter clientIDs: Values of `azp` or `appid`.
    /// - Returns: The policy.
    public func clients(_ clientIDs: [String]) -> AuthorizationPolicy {
        var policy = self
        policy.clients = clientIDs.map { Array($0.utf8) }
        return policy
    }

    /// Everything that makes this policy unusable, in words; empty when it is fine.
    public var problems: [String] {
        let names: [[UInt8]]
        switch demand {
        case .scopes(let scopes, _): names = scopes
        case .roles(let roles, _, _): names = roles
        }
        if names.isEmpty { return ["The policy names no scope and no role, so it admits nobody."] }
        return names.filter { !isScopeToken($0) }.map {
            "\"\(KeyIdentifier.sanitized($0))\" is not a scope or role name (RFC 6749 §3.3)."
        }
    }

    /// Judges an authentic token.
    ///
    /// - Parameter principal: Who calls.
    /// - Throws: ``AuthError`` with status 403.
    func authorize(_ principal: Principal) throws(AuthError) {
        switch demand {
        case .scopes(let required, let all):
            guard principal.kind != .application else {
                throw AuthError(.delegatedRequired, "An application's token came where a user's is required.")
            }
            let held = principal.kind == .delegated ? principal.scopeBytes : []
            guard satisfies(held, required, all: all) else {
                throw AuthError(
                    .insufficientScope, "The token has none of the scopes: \(scopeNames.joined(separator: " ")).",
                    requiredScopes: scopeNames)
            }
        case .roles(let required, let kind, let all):
            guard principal.kind == kind else {
                throw kind == .application
                    ? AuthError(.appRequired, "A user's token came where an application's is required.")
                    : AuthError(.delegatedRequired, "An application's token came where a user's is required.")
            }
            guard satisfies(principal.roleBytes, required, all: all) else {
                throw AuthError(.insufficientRole, "The token has none of the required roles.")
            }
        }
        if let clients, !clients.contains(where: { $0.elementsEqual(principal.clientIDBytes) }) {
            throw AuthError(.clientNotAllowed, "The client is not on this route's list.")
        }
    }

    /// The scopes that a challenge names.
    public var requiredScopes: [String] { scopeNames }

    private static func policy(_ scopes: [String], all: Bool) -> AuthorizationPolicy {
        let short = scopes.map { Array($0.utf8).split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? [] }
        return AuthorizationPolicy(.scopes(short, all: all), scopeNames: scopes)
    }

    private func satisfies(_ held: [ArraySlice<UInt8>], _ required: [[UInt8]], all: Bool) -> Bool {
        let isHeld = { (name: [UInt8]) in held.contains { $0.elementsEqual(name) } }
        return !required.isEmpty && (all ? required.allSatisfy(isHeld) : required.contains(where: isHeld))
    }

    /// `scope-token` of RFC 6749 §3.3, which is also safe inside a quoted string.
    private func isScopeToken(_ name: [UInt8]) -> Bool {
        !name.isEmpty
            && name.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a route demands of a token that is authentic (`spec §9`).
///
/// A policy always begins with what a user's or an application's token must hold; further conditions narrow it.
public struct AuthorizationPolicy: Sendable {
    private var scopes: NameDemand?
    private var scopeNames: [String] = []
    private var userRoles: NameDemand?
    private var appRoles: NameDemand?
    private var clients: [[UInt8]]?
    private var needsCertificate = false
    private var refusesGuests = false
    private var contextID: String?
    private var predicate: (@Sendable (Principal) async -> Bool)?

    private init() {}

    /// A user's token with this delegated scope.
    ///
    /// - Parameter scope: The short name, such as `access_as_user`; of a full URI the last part counts.
    /// - Returns: The policy.
    public static func scope(_ scope: String) -> AuthorizationPolicy { scopes(anyOf: [scope]) }

    /// A user's token with at least one of these delegated scopes.
    ///
    /// - Parameter scopes: Short names; an empty list admits nobody.
    /// - Returns: The policy.
    public static func scopes(anyOf scopes: [String]) -> AuthorizationPolicy { policy(scopes, .any) }

    /// A user's token with all of these delegated scopes.
    ///
    /// - Parameter scopes: Short names; an empty list admits nobody.
    /// - Returns: The policy.
    public static func scopes(allOf scopes: [String]) -> AuthorizationPolicy { policy(scopes, .all) }

    /// An application's own token with at least one of these app roles.
    ///
    /// - Parameter roles: Values of app roles; an empty list admits nobody.
    /// - Returns: The policy.
    public static func appRoles(anyOf roles: [String]) -> AuthorizationPolicy {
        AuthorizationPolicy().orAppRoles(anyOf: roles)
    }

    /// An application's own token with all of these app roles.
    ///
    /// - Parameter roles: Values of app roles; an empty list admits nobody.
    /// - Returns: The policy.
    public static func appRoles(allOf roles: [String]) -> AuthorizationPolicy {
        var policy = AuthorizationPolicy()
        policy.appRoles = NameDemand(roles, .all)
        return policy
    }

    /// A user's token whose user has at least one of these app roles.
    ///
    /// - Parameter roles: Values of app roles; an empty list admits nobody.
    /// - Returns: The policy.
    public static func userRoles(anyOf roles: [String]) -> AuthorizationPolicy {
        AuthorizationPolicy().withUserRoles(anyOf: roles)
    }

    /// The same demand of users, and the user must have at least one of these app roles.
    ///
    /// - Parameter roles: Values of app roles; an empty list admits nobody.
    /// - Returns: The narrower policy.
    public func withUserRoles(anyOf roles: [String]) -> AuthorizationPolicy {
        changed { $0.userRoles = NameDemand(roles, .any) }
    }

    /// The same demand of users, or an application's own token with at least one of these app roles.
    ///
    /// - Parameter roles: Values of app roles; an empty list admits no application.
    /// - Returns: The wider policy.
    public func orAppRoles(anyOf roles: [String]) -> AuthorizationPolicy {
        changed { $0.appRoles = NameDemand(roles, .any) }
    }

    /// The same demand, and the calling client must be one of these.
    ///
    /// - Parameter clientIDs: Values of `azp` or `appid`.
    /// - Returns: The narrower policy.
    public func clients(_ clientIDs: [String]) -> AuthorizationPolicy {
        changed { $0.clients = clientIDs.map { Array($0.utf8) } }
    }

    /// The same demand, and the client must have proven itself with a certificate (`azpacr` 2).
    ///
    /// - Returns: The narrower policy.
    public func certificateAuthenticated() -> AuthorizationPolicy { changed { $0.needsCertificate = true } }

    /// The same demand, and the user must be a member of the tenant: no guest, by `acct` and `idp`.
    ///
    /// - Returns: The narrower policy.
    public func membersOnly() -> AuthorizationPolicy { changed { $0.refusesGuests = true } }

    /// The same demand, and the user must have met an authentication context; who has not is challenged to step up.
    ///
    /// - Parameter id: `c1` to `c99`.
    /// - Returns: The narrower policy.
    public func authenticationContext(_ id: String) -> AuthorizationPolicy { changed { $0.contextID = id } }

    /// The same demand, and a condition of the app's own, asked last.
    ///
    /// - Parameter isAllowed: Answers quickly; it delays the request.
    /// - Returns: The narrower policy.
    public func matching(_ isAllowed: @escaping @Sendable (Principal) async -> Bool) -> AuthorizationPolicy {
        changed { $0.predicate = isAllowed }
    }

    /// The scopes that a challenge names.
    public var requiredScopes: [String] { scopeNames }

    /// Everything that makes this policy unusable, in words; empty when it is fine.
    public var problems: [String] {
        var problems = [scopes, userRoles, appRoles].compactMap(\.self).flatMap(\.problems)
        if scopeNames.contains(where: { !$0.utf8.allSatisfy(isQuotable) }) {
            problems.append("A scope cannot be named in a challenge.")
        }
        if clients?.isEmpty == true { problems.append("The list of clients is empty, so it admits nobody.") }
        if let contextID, !Self.isContextID(contextID) {
            problems.append("\"\(contextID)\" is not an authentication context; use c1 to c99.")
        }
        return problems
    }

    /// Judges an authentic token, with status 403 unless a step-up can help.
    func authorize(_ principal: Principal) async throws(AuthError) {
        try checkDemands(principal)
        try await askPredicate(principal)
    }

    /// Whether ``askPredicate(_:)`` has anything to ask.
    var hasPredicate: Bool { predicate != nil }

    /// The app's own condition.
    func askPredicate(_ principal: Principal) async throws(AuthError) {
        if let predicate, await !predicate(principal) {
            throw AuthError(.subjectNotAllowed, "The route's own condition does not hold.")
        }
    }

    /// Everything but the app's own condition.
    func checkDemands(_ principal: Principal) throws(AuthError) {
        try checkKind(principal)
        if let clients, !clients.contains(where: { principal.isClient($0) }) {
            throw AuthError(.clientNotAllowed, "The client is not on this route's list.")
        }
        if needsCertificate, principal.clientAuthentication != .certificate {
            throw AuthError(.clientNotAllowed, "The client did not prove itself with a certificate.")
        }
        if refusesGuests, principal.isGuest {
            throw AuthError(.subjectNotAllowed, "The user is a guest of the tenant.")
        }
        if let contextID, !principal.authenticationContexts.contains(where: { $0.elementsEqual(contextID.utf8) }) {
            // Only a user can step up (`spec §11`).
            let canStepUp = principal.kind == .delegated && principal.understandsClaimsChallenges
            throw AuthError(
                .insufficientClaims, "The authentication context \(contextID) has not been met.",
                claimsChallenge: canStepUp ? .authenticationContext(contextID) : nil)
        }
    }

    private func checkKind(_ principal: Principal) throws(AuthError) {
        let admitsUsers = scopes != nil || userRoles != nil
        switch principal.kind {
        case .application:
            guard let appRoles else {
                throw AuthError(.delegatedRequired, "An application's token came where a user's is required.")
            }
            guard appRoles.isMet({ principal.claims.holds($0, in: .roles) }) else {
                throw AuthError(.insufficientRole, "The application has none of the required roles.")
            }
        case .delegated, .undetermined:
            guard admitsUsers else {
                throw AuthError(.appRequired, "A user's token came where an application's is required.")
            }
            let isUser = principal.kind == .delegated
            if let scopes, !isUser || !scopes.isMet({ principal.claims.lists($0, in: .scp) }) {
                throw AuthError(
                    .insufficientScope, "The token lacks the scope: \(scopeNames.joined(separator: " ")).",
                    requiredScopes: scopeNames)
            }
            if let userRoles, !isUser || !userRoles.isMet({ principal.claims.holds($0, in: .roles) }) {
                throw AuthError(.insufficientRole, "The user has none of the required roles.")
            }
        }
    }

    private func changed(_ change: (inout AuthorizationPolicy) -> Void) -> AuthorizationPolicy {
        var policy = self
        change(&policy)
        return policy
    }

    private static func policy(_ scopes: [String], _ quantity: NameDemand.Quantity) -> AuthorizationPolicy {
        var policy = AuthorizationPolicy()
        policy.scopes = NameDemand(scopes: scopes, quantity)
        policy.scopeNames = scopes
        return policy
    }

    private static func isContextID(_ id: String) -> Bool {
        guard id.hasPrefix("c"), let number = Int(id.dropFirst()) else { return false }
        return 1...99 ~= number && id == "c\(number)"
    }
}

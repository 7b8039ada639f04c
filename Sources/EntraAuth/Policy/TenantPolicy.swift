// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Whose tokens are accepted.
///
/// There is no value that means "do not check".
public struct TenantPolicy: Sendable {
    enum Rule: Sendable {
        case list([TenantID])
        case organizations
        case predicate(@Sendable (TenantID) async -> Bool)
    }

    let rule: Rule

    /// One tenant and no other.
    ///
    /// - Parameter tenant: The tenant's id.
    /// - Returns: The policy.
    public static func single(_ tenant: TenantID) -> TenantPolicy { TenantPolicy(rule: .list([tenant])) }

    /// These tenants; personal accounts only when ``TenantID/personalAccounts`` is among them.
    ///
    /// - Parameter tenants: The tenants' ids.
    /// - Returns: The policy.
    public static func list(_ tenants: [TenantID]) -> TenantPolicy { TenantPolicy(rule: .list(tenants)) }

    /// Every organization in the world, personal accounts not; data must be kept apart by tenant.
    public static let anyOrganization = TenantPolicy(rule: .organizations)

    /// The tenants for which a predicate holds, asked once per token after everything else about the issuer is proven.
    ///
    /// - Parameter isAllowed: Answers quickly; it delays the request.
    /// - Returns: The policy.
    public static func matching(_ isAllowed: @escaping @Sendable (TenantID) async -> Bool) -> TenantPolicy {
        TenantPolicy(rule: .predicate(isAllowed))
    }

    /// The one tenant, where there is only one.
    var onlyTenant: TenantID? {
        if case .list(let tenants) = rule, tenants.count == 1 { tenants.first } else { nil }
    }

    func allows(_ tenant: TenantID) async -> Bool {
        switch rule {
        case .list(let tenants): tenants.contains(tenant)
        case .organizations: tenant != .personalAccounts
        case .predicate(let isAllowed): await isAllowed(tenant)
        }
    }
}

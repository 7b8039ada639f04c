// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Whose tokens are accepted.
///
/// There is no value that means "do not check".
public struct TenantPolicy: Sendable {
    enum Rule: Sendable {
        case list([TenantID])
        case domain(String)
        case organizations
        case predicate(@Sendable (TenantID) async -> Bool)
    }

    let rule: Rule

    /// One tenant and no other.
    ///
    /// - Parameter tenant: The tenant's id.
    /// - Returns: The policy.
    public static func single(_ tenant: TenantID) -> TenantPolicy { TenantPolicy(rule: .list([tenant])) }

    /// One tenant by a domain of its, such as `contoso.onmicrosoft.com`; its id is taken from the metadata.
    ///
    /// - Parameter domain: A verified domain of the tenant.
    /// - Returns: The policy, or nil when the text is not a DNS name of at least two labels.
    public static func domain(_ domain: String) -> TenantPolicy? {
        let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isName =
            labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && label.allSatisfy { isASCIIAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
        return isName ? TenantPolicy(rule: .domain(domain)) : nil
    }

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

    /// Whose metadata is asked for.
    var metadataTenant: MetadataTenant {
        switch rule {
        case .list(let tenants) where tenants.count == 1: .id(tenants[0])
        case .domain(let domain): .domain(domain)
        // The set of `common` holds the keys for personal accounts too; those of `organizations` need not.
        case .list(let tenants): .alias(tenants.contains(.personalAccounts) ? "common" : "organizations")
        case .organizations: .alias("organizations")
        case .predicate: .alias("common")
        }
    }

    /// Whether a tenant's tokens are accepted; `resolved` is the tenant that the metadata named for a domain.
    func allows(_ tenant: TenantID, resolved: TenantID?) async -> Bool {
        if case .predicate(let isAllowed) = rule { return await isAllowed(tenant) }
        return allowsAtOnce(tenant, resolved: resolved) ?? false
    }

    /// The same without waiting; nil where a predicate must be asked.
    func allowsAtOnce(_ tenant: TenantID, resolved: TenantID?) -> Bool? {
        switch rule {
        case .list(let tenants): tenants.contains(tenant)
        case .domain: tenant == resolved
        case .organizations: tenant != .personalAccounts
        case .predicate: nil
        }
    }
}

/// What stands in the tenant's place of a metadata address.
enum MetadataTenant: Sendable, Hashable {
    case id(TenantID)
    case domain(String)
    /// `organizations` or `common`, whose metadata has a template as issuer.
    case alias(String)

    var path: String {
        switch self {
        case .id(let id): id.description
        case .domain(let text), .alias(let text): text
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The first part of a path: a tenant, or an alias for any of them.
enum TenantSegment: Sendable, Hashable {
    case tenant(String)
    case alias(String)

    /// How it stands in URLs.
    var path: String {
        switch self {
        case .tenant(let id): id
        case .alias(let name): name
        }
    }

    /// What stands in issuers: Entra leaves the literal placeholder in the documents of its aliases.
    var issuerID: String {
        switch self {
        case .tenant(let id): id
        case .alias: "{tenantid}"
        }
    }
}

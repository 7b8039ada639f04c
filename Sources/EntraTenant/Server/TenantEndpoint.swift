// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where a running tenant is reached.
public struct TenantEndpoint: Sendable, Hashable {
    /// Scheme, host and port, without a slash at the end; the value for `AzureAd__Instance`.
    public let baseURL: String
    /// The port that was bound.
    public let port: Int
    /// The tenant id.
    public let tenantID: String

    /// The authority for clients: base URL and tenant id.
    public var authority: String { "\(baseURL)/\(tenantID)" }
}

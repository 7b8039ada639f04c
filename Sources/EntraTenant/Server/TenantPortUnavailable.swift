// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The tenant's port belongs to another process.
public struct TenantPortUnavailable: Error, Sendable, Hashable, CustomStringConvertible {
    /// The port.
    public let port: Int

    /// What to do.
    public var description: String {
        "Port \(port) is unavailable for the local tenant. Close the process using that port, or specify another port."
    }
}

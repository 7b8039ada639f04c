// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import NIOCore
import ServiceLifecycle

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The tenant, with words for a port that is taken.
struct TenantService: Service {
    let tenant: LocalTenant
    let port: UInt16
    /// The option that names another port.
    let option: String

    func run() async throws {
        do {
            try await tenant.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandError(
                "Port \(port) is unavailable for the tenant. Close the process using that port, or specify another port "
                    + "using \(option).")
        }
    }
}

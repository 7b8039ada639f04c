// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import ServiceLifecycle

extension LocalTenant {
    /// Runs the tenant for the time of a closure, then shuts it down.
    ///
    /// - Parameter body: Gets the endpoint once the port is bound.
    /// - Returns: What the closure returns.
    /// - Throws: What the closure or ``run()`` throws.
    public func withRunning<Result: Sendable>(
        _ body: @Sendable (TenantEndpoint) async throws -> Result
    ) async throws -> Result {
        try await withoutActuallyEscaping(body) { body in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await self.run() }
                defer { group.cancelAll() }
                return try await body(try await self.endpoint())
            }
        }
    }
}

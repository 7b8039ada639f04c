// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import Logging
import StrictJSON

/// A tenant over plain http with a fault.
enum FaultBench {
    static func run(
        _ fault: ServerFault? = nil, for document: LocalTenant.Document = .keys, sleeper: Sleeper = .system,
        _ body: @escaping @Sendable (LocalTenant, TenantEndpoint) async throws -> Void
    ) async throws {
        let tenant = LocalTenant(
            state: try Fixture.state, usesTLS: false, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            sleeper: sleeper)
        try tenant.setFault(fault, for: document)
        try await tenant.withRunning { try await body(tenant, $0) }
    }

    /// The key set as it is without a fault.
    static func keySet(_ endpoint: TenantEndpoint) async throws -> JSONValue {
        let answer = try await RawClient.keys(endpoint) { $0.isComplete }
        return try JSONValue(parsing: Array(answer.body))
    }

    static func metadata(_ endpoint: TenantEndpoint) async throws -> JSONValue {
        let path = "/\(endpoint.tenantID)/v2.0/.well-known/openid-configuration"
        let answer = try await RawClient.get(path, endpoint) { $0.isComplete }
        return try JSONValue(parsing: Array(answer.body))
    }
}

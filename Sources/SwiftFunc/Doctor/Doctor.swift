// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Runs all checks.
struct Doctor: Sendable {
    let checks: [any DoctorCheck]

    init(tenantPort: Int) {
        checks = [
            SwiftCheck(), PackageCheck(), HostConfigurationCheck(), LocalSettingsCheck(), ExecutableCheck(),
            HandlerCheck(),
            BindingsCheck(), RegistrationCheck(), PortsCheck(tenantPort: tenantPort), TenantCheck(), FileLimitCheck(),
        ]
    }

    func examine(_ scene: DoctorScene) async -> DoctorReport {
        var findings: [Finding] = []
        for check in checks { findings += await check.run(scene) }
        return DoctorReport(findings: findings)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraTenant
import FoundationEssentials
import Logging
import ServiceLifecycle
import UnixSignals

/// `swift-func tenant`.
struct TenantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenant", abstract: "Runs only the local Entra tenant.",
        discussion: """
            EXAMPLES
              swift-func tenant
              swift-func tenant --port 9443 --tenant-file tenant.json
            """)

    @OptionGroup var stateOptions: StateOptions

    @Option(help: "The port; 0 for any free one.")
    var port: UInt16 = 8443

    @Flag(help: "Show every request, and what the tenant refuses and why.")
    var verbose = false

    @Option(help: ArgumentHelp("A file that gets the tenant's address once it accepts requests.", valueName: "file"))
    var readyFile: String?

    func run() async throws {
        var logger = Logger(label: "tenant") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : .warning
        let state = try TenantState(directory: stateOptions.directory)
        let tenant = LocalTenant(
            directory: try stateOptions.tenantDirectory(), state: state, port: Int(port), logger: logger)
        let announcement = TenantAnnouncement(
            tenant: tenant, certificateAuthorityPath: state.certificateAuthorityPath, readyFile: readyFile)
        var configuration = ServiceGroupConfiguration(
            services: [
                .init(service: tenant),
                .init(service: announcement),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() })
        configuration.maximumGracefulShutdownDuration = .seconds(15)
        try await ServiceGroup(configuration: configuration).run()
    }
}

/// Says where the tenant is, then waits.
private struct TenantAnnouncement: Service {
    let tenant: LocalTenant
    let certificateAuthorityPath: String?
    let readyFile: String?

    func run() async throws {
        let endpoint = try await tenant.endpoint()
        print("Local Entra tenant: \(endpoint.baseURL)")
        if let certificateAuthorityPath { print("Its certificate authority: \(certificateAuthorityPath)") }
        ReadyFile.write(endpoint.baseURL, to: readyFile)
        try await gracefulShutdown()
    }
}

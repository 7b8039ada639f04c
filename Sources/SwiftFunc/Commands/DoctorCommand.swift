// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FoundationEssentials

/// `swift-func doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Checks the app and this machine, and says what to do.",
        discussion: """
            Looks at Swift, Package.swift, host.json, local.settings.json, the executable, the function.json files, the \
            settings that bindings and token validation need, ports, the tenant and the clock. It changes nothing.

            EXIT CODES
              0 nothing failed, 1 a check failed, 64 wrong arguments

            EXAMPLES
              swift-func doctor
              swift-func doctor --json | jq '.checks[] | select(.outcome == "failed")'
            """)

    @OptionGroup var appOptions: AppOptions
    @OptionGroup var stateOptions: StateOptions

    @Option(help: "The port of the tenant.")
    var tenantPort: UInt16 = 8443

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let app = try FunctionAppFolder(appOptions.app)
        let handler: String?
        if let given = appOptions.handler { handler = try app.handler(given) } else { handler = try? app.handler(nil) }
        let scene = DoctorScene(
            app: app, environment: environment, handler: handler, stateDirectory: stateOptions.directory)
        let report = await Doctor(tenantPort: Int(tenantPort)).examine(scene)
        print(json ? report.json : report.text(isColored: Terminal.showsColors(environment: environment)))
        if report.failures > 0 { throw ExitCode.failure }
    }
}

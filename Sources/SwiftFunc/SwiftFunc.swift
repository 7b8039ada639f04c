// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser

/// The command line of this package.
@main
struct SwiftFunc: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "swift-func",
        abstract: "Runs a Swift function app on this machine: Functions host, Entra tenant, tokens.",
        discussion: """
            EXAMPLES
              swift-func start                          tenant, host and handler; Ctrl-C ends them
              curl -H "Authorization: Bearer $(swift-func token)" http://localhost:7071/api/auth-test
              swift-func token --scope profile.read     a token with another scope
              swift-func token | swift-func inspect -   why a token is accepted or refused, check by check
              swift-func manifest --check               whether functions/ is what the app declares
            """,
        subcommands: [
            NewCommand.self, StartCommand.self, InvokeCommand.self, DoctorCommand.self, TokenCommand.self,
            TenantCommand.self,
            ManifestCommand.self, InspectCommand.self,
        ])
}

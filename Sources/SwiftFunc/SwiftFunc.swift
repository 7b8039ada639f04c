// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser

/// The command line of this package.
@main
struct SwiftFunc: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "swift-func",
        abstract: "Makes, runs, checks and packs function apps in Swift.",
        discussion: """
            EXAMPLES
              swift-func new demo                       a working app in a folder of that name
              swift-func start                          builds; tenant, host and handler; Ctrl-C ends them
              swift-func invoke hello --param name=Ada  calls a function of the running app
              swift-func doctor                         what is wrong with app and machine, and what to do
              swift-func package                        the zip to deploy
              curl -H "Authorization: Bearer $(swift-func token)" http://localhost:7071/api/auth-test
              swift-func token --scope profile.read     a token with another scope
              swift-func token | swift-func inspect -   why a token is accepted or refused, check by check
              swift-func manifest --check               whether functions/ is what the app declares

            SHELL COMPLETIONS
              swift-func --generate-completion-script bash > ~/.local/share/bash-completion/completions/swift-func
              swift-func --generate-completion-script zsh > "${fpath[1]}/_swift-func"
              swift-func --generate-completion-script fish > ~/.config/fish/completions/swift-func.fish
            """,
        subcommands: [
            NewCommand.self, StartCommand.self, InvokeCommand.self, DoctorCommand.self, PackageCommand.self,
            TokenCommand.self, InspectCommand.self, TenantCommand.self, ManifestCommand.self, ManCommand.self,
        ])
}

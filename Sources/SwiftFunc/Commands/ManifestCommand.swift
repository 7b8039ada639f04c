// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FoundationEssentials
import Subprocess
import SystemPackage

/// `swift-func manifest`.
struct ManifestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest", abstract: "Writes the function.json files that the app declares.",
        discussion: """
            Asks the app's executable, so build it first.

            EXAMPLES
              swift-func manifest
              swift-func manifest --check      exits with 1 and names what differs
            """)

    @OptionGroup var appOptions: AppOptions

    @Flag(help: "Write nothing; exit with 1 when a file differs.")
    var check = false

    func run() async throws {
        let app = try FunctionAppFolder(appOptions.app)
        let handler = try app.handler(appOptions.handler)
        var arguments = ["manifest", "--output", app.path + "/functions"]
        if check { arguments.append("--check") }
        let result = try await Subprocess.run(
            .path(FilePath(handler)), arguments: Arguments(arguments), workingDirectory: FilePath(app.path),
            output: .currentStandardOutput, error: .currentStandardError)
        guard case .exited(let code) = result.terminationStatus else {
            throw CommandError("\(handler) was ended by a signal.")
        }
        if code != 0 { throw ExitCode(code) }
    }
}

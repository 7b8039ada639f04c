// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FoundationEssentials

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
        let lines = try await HandlerManifest(handler: handler, app: app.path)
            .run(folder: app.path + "/functions", isCheck: check)
        for line in lines { print(line) }
        if check, !lines.isEmpty { throw ExitCode.failure }
    }
}

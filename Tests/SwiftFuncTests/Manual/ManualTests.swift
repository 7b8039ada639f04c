// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import StrictJSON
import Testing

@testable import SwiftFunc

@Suite("swift-func: manual page, help and completions")
struct ManualTests {
    private static let commands = SwiftFunc.configuration.subcommands.map { $0.configuration.commandName ?? "" }

    @Test("The manual page names every command and every option")
    func manual() throws {
        let help = try JSONValue(parsing: Array(SwiftFunc._dumpHelp().utf8))
        let page = ManualPage(help).text
        #expect(page.hasPrefix(".TH SWIFT-FUNC 1\n"))
        for command in Self.commands { #expect(page.contains(".SS swift\\-func \(command) "), "\(command)") }
        for option in [
            "\\-\\-no\\-watch", "\\-\\-template <template>", "\\-\\-hostile <id>", "\\-\\-swift\\-sdk <name>",
        ] {
            #expect(page.contains(option), "\(option)")
        }
        // A line that begins with a point is a request to roff; these are the ones used.
        let requests: Set = [".TH", ".SH", ".SS", ".TP", ".B", ".br", ".PP", ".nf", ".fi"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") {
            #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
        }
    }

    @Test("Every command has examples in its help")
    func examples() {
        for command in SwiftFunc.configuration.subcommands {
            #expect(SwiftFunc.helpMessage(for: command).contains("EXAMPLES"), "\(command)")
        }
    }

    @Test("Completions know every command", arguments: [CompletionShell.bash, .zsh, .fish])
    func completions(shell: CompletionShell) {
        let script = SwiftFunc.completionScript(for: shell)
        for command in Self.commands { #expect(script.contains(command), "\(command)") }
        #expect(script.contains("no-watch"))
    }
}

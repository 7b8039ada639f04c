// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import StrictJSON

/// `swift-func man`, for packagers.
struct ManCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "man", abstract: "Prints the manual page.",
        discussion: """
            EXAMPLES
              swift-func man > /usr/local/share/man/man1/swift-func.1
              swift-func man | man -l -
            """)

    func run() throws {
        // The parser's own description; its flag --experimental-dump-help prints the same.
        guard let help = try? JSONValue(parsing: Array(SwiftFunc._dumpHelp().utf8)) else {
            throw CommandError("The manual page cannot be made.")
        }
        print(ManualPage(help).text, terminator: "")
    }
}

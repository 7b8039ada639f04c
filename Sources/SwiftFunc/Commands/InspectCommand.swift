// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraAuth
import FoundationEssentials

/// `swift-func inspect`.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Explains a token check by check: what holds, what fails, what to change.",
        discussion: """
            The token stays on this machine, and its signature is never printed. Without options, the token is judged for \
            the local tenant. Prefer "-" for real tokens: arguments can be seen by others on this machine. Exits with 0 \
            when the token is accepted, else with 1.

            EXAMPLES
              swift-func token | swift-func inspect -
              swift-func inspect "Authorization: Bearer eyJ..."
              curl -o keys.json https://login.microsoftonline.com/<tenant>/discovery/v2.0/keys
              swift-func inspect - --keys keys.json --tenant <tenant> --client-id <API> --scope access_as_user
            """)

    @Argument(
        help: ArgumentHelp(
            "The token, a whole \"Authorization: Bearer ...\" line, or - for standard input.", valueName: "token"))
    var words: [String]

    @OptionGroup var options: InspectOptions

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if words.contains("-"), words.count > 1 { throw ValidationError("Give the token or -, not both.") }
    }

    func run() async throws {
        let input = TokenInput(
            words == ["-"] ? StandardInput.text(limit: TokenInput.maximumSize) : words.joined(separator: " "))
        guard !input.isEmpty else {
            throw ValidationError("There is no token. Give one as argument, or on standard input with -.")
        }
        let now = options.at ?? SystemTimeSource().unixTime()
        let target: InspectionTarget
        do {
            target = try InspectionTarget(options)
        } catch let error as CommandError {
            throw ValidationError(error.description)
        }
        let report = InspectionReport(of: await target.inspect(input, at: now), input, target, now: now)
        if json {
            print(report.json)
        } else {
            print(report.text(isColored: Terminal.showsColors(environment: ProcessInfo.processInfo.environment)))
        }
        if report.verdict != .accepted { throw ExitCode.failure }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging

/// What is started: the executable and its arguments with every `%NAME%` filled in (host contract §1.3, §1.4).
struct HandlerCommandLine: Sendable {
    /// The names that the host fills in itself; the others come from the environment when the options are read.
    private static let hostNames: Set<String> = [
        "FUNCTIONS_CUSTOMHANDLER_PORT", "FUNCTIONS_HTTPWORKER_PORT", "FUNCTIONS_CUSTOMHANDLER_WORKER_ID",
        "FUNCTIONS_HTTPWORKER_ID", "FUNCTIONS_APP_ROOT_PATH",
    ]

    let executable: String
    let arguments: [String]
    private let description: HandlerDescription
    /// The names that had no value and are gone.
    private var removed: [String] = []

    init(_ description: HandlerDescription, environment: [String: String]) {
        self.description = description
        executable = VariableExpansion.expand(description.executable) { name in
            Self.hostNames.contains(name) ? environment[name] : nil
        }
        let worker = description.workerPath.map { ["\"\($0)\""] } ?? []
        let line = (description.arguments + worker + description.workerArguments).joined(separator: " ")
        var removed: [String] = []
        arguments = CommandLineSplitter.split(
            VariableExpansion.expand(line) { name in
                if environment[name] == nil { removed.append(name) }
                return environment[name] ?? ""
            })
        self.removed = removed
    }

    /// Says what the host does to arguments without a word.
    func report(to log: HostLog) {
        for name in removed {
            log.host(.debug, "Environment variable:%\(name)% is not set")
            log.quirk(
                .percentRemoved, nil,
                "%\(name)% in the handler's arguments has no value: the host removes it, percent signs and all.")
        }
        for argument in description.arguments + description.workerArguments
        where argument.contains(where: { $0 == " " || $0 == "\t" }) && !argument.contains("\"") {
            log.quirk(
                .argumentSplit, nil,
                "The argument \"\(CredentialMask.mask(argument))\" has white space and no quotes: the host passes it as "
                    + "several arguments. Write one element for each, or put \\\" around it.")
        }
    }

    /// Looks before the start, so that a missing file and a missing permission are told apart.
    ///
    /// - Throws: ``HostError`` with what to do.
    func checkExecutable() throws(HostError) {
        guard executable.contains("/") else { return }
        let manager = FileManager.default
        var isFolder = false
        guard manager.fileExists(atPath: executable, isDirectory: &isFolder) else {
            throw startFailure("there is no such file")
        }
        if isFolder { throw startFailure("it is a folder") }
        guard manager.isExecutableFile(atPath: executable) else {
            throw HostError(
                .handlerStart, "\(Self.failed)\(executable) (it is not executable). Run: chmod +x '\(executable)'")
        }
    }

    /// The error of a start that failed, on one line.
    func startFailure(_ reason: String) -> HostError {
        HostError(
            .handlerStart,
            "\(Self.failed)\(executable) (\(reason)). Build the handler, or correct "
                + "customHandler.description.defaultExecutablePath in host.json.")
    }

    private static let failed = "Failed to start Worker Channel. Process fileName: "
}

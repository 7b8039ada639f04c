// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraTenant
import FoundationEssentials

/// Where the local tenant keeps its keys, and what it holds.
struct StateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of the tenant's keys and certificates (default $XDG_STATE_HOME/swift-func or ~/.local/state/swift-func).",
            valueName: "dir"))
    var state: String?

    @Option(
        help: ArgumentHelp(
            "A JSON file with the tenant's apps and users, in place of the built-in ones.", valueName: "file"))
    var tenantFile: String?

    var directory: String {
        if let state { return state }
        let environment = ProcessInfo.processInfo.environment
        if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") { return base + "/swift-func" }
        return (environment["HOME"] ?? FileManager.default.currentDirectoryPath) + "/.local/state/swift-func"
    }

    func tenantDirectory() throws -> TenantDirectory {
        guard let tenantFile else { return .standard }
        return try TenantDirectory(contentsOf: tenantFile)
    }

    /// What was given, as a command line says it.
    var arguments: [String] { ["--state", directory] + (tenantFile.map { ["--tenant-file", $0] } ?? []) }
}

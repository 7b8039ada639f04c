// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging

/// Writes the host's lines with their categories (host contract §10).
struct HostLog: Sendable {
    static let started = "Worker process started and initialized."

    let console: any HostConsole
    /// Remembers the last invocations.
    let journal = InvocationJournal()
    private let quirks = QuirkLog()

    init(console: any HostConsole) {
        self.console = console
    }

    func host(_ level: Logger.Level, _ message: String) {
        console.log(HostLogEntry(level: level, category: "Host.Startup", message: message))
    }

    func handler(_ level: Logger.Level, _ message: String) {
        console.log(HostLogEntry(level: level, category: "Host.Function.Console", message: message))
    }

    /// A line for tools, which Core Tools prints bare (host contract §3.4).
    func tooling(_ level: Logger.Level, _ message: String) {
        console.log(HostLogEntry(level: level, category: HostLogEntry.toolingCategory, message: message))
    }

    func function(_ name: String, _ level: Logger.Level, _ message: String, id: String? = nil) {
        write(HostLogEntry(level: level, category: "Function.\(name)", message: message, invocationID: id))
    }

    func user(_ name: String, _ message: String, id: String? = nil) {
        write(HostLogEntry(level: .info, category: "Function.\(name).User", message: message, invocationID: id))
    }

    func payload(_ name: String, _ message: String, id: String) {
        console.log(
            HostLogEntry(level: .info, category: "Function.\(name).Payload", message: message, invocationID: id))
    }

    func quirk(_ finding: QuirkFinding, _ function: String, id: String) {
        quirk(finding.quirk, function, finding.message, id: id)
    }

    /// Names a quirk of the host, once for each function as a warning and at debug level from then on.
    func quirk(_ quirk: Quirk, _ function: String?, _ message: String, id: String? = nil) {
        let level: Logger.Level = quirks.isFirst(quirk, of: function ?? message) ? .warning : .debug
        let category = function.map { "Function.\($0)" } ?? "Host.Startup"
        write(
            HostLogEntry(
                level: level, category: category, message: "[\(quirk.name)] \(message)", invocationID: id))
    }

    private func write(_ entry: HostLogEntry) {
        console.log(entry)
        if let id = entry.invocationID { journal.note(entry.level, entry.message, of: id) }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging

/// A console that says each invocation in one line: name, result and duration.
///
/// On a terminal only, since scripts look for the host's own words.
struct InvocationConsole: HostConsole {
    let terminal: TerminalConsole
    let isColored: Bool

    func log(_ entry: HostLogEntry) {
        switch Self.line(entry, isColored: isColored) {
        case .unchanged: terminal.log(entry)
        case .hidden: break
        case .replaced(let message):
            // A line with colours of its own must not be painted by its level.
            terminal.log(
                HostLogEntry(
                    level: .info, category: entry.category, message: message, invocationID: entry.invocationID))
        }
    }

    enum Line: Equatable {
        case unchanged, hidden
        case replaced(String)
    }

    /// What becomes of the host's lines around an invocation (host contract §10).
    static func line(_ entry: HostLogEntry, isColored: Bool) -> Line {
        guard entry.category.hasPrefix("Function.") else { return .unchanged }
        if entry.message.hasPrefix("Executing 'Functions.") { return .hidden }
        let pattern = /Executed 'Functions\.([^']+)' \((Succeeded|Failed), Id=[^,]+, Duration=(\d+)ms\)\s*(.*)/
            .dotMatchesNewlines()
        guard let match = entry.message.wholeMatch(of: pattern) else { return .unchanged }
        let isSuccess = match.2 == "Succeeded"
        let word = isSuccess ? "ok" : "failed"
        let painted = isColored ? "\u{1B}[\(isSuccess ? 32 : 31)m\(word)\u{1B}[0m" : word
        let reason = match.4.isEmpty ? "" : ": \(match.4)"
        return .replaced("\(match.1) \(painted) in \(match.3) ms\(reason)")
    }
}

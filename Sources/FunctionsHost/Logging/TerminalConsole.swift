// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Prints log lines as Core Tools does (host contract §11.3).
public final class TerminalConsole: HostConsole {
    private let isVerbose: Bool
    private let hasColors: Bool
    private let clock: any HostClock
    private let isWriting = Mutex<Void>(())

    /// Creates a console on standard output.
    ///
    /// - Parameters:
    ///   - isVerbose: Whether to show what the host itself says.
    ///   - environment: Where `NO_COLOR` (any value) forbids colours, which appear on a terminal only.
    ///   - clock: For the time stamps.
    public init(isVerbose: Bool, environment: [String: String], clock: any HostClock = SystemHostClock()) {
        self.isVerbose = isVerbose
        self.clock = clock
        hasColors = isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Prints a line with its time, errors in red and warnings in yellow.
    ///
    /// - Parameter entry: The line.
    public func log(_ entry: HostLogEntry) {
        guard isVerbose || entry.isShownByDefault else { return }
        print(Self.line(entry, at: clock.now, hasColors: hasColors))
    }

    /// Prints text as it is, and a line break.
    ///
    /// - Parameter text: The text.
    public func print(_ text: String) {
        isWriting.withLock { _ in
            var rest = Array((text + "\n").utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
                if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
            }
        }
    }

    static func line(_ entry: HostLogEntry, at date: Date, hasColors: Bool) -> String {
        if entry.category == HostLogEntry.toolingCategory { return entry.message }
        let line = "[\(HostDate.milliseconds(date))] \(entry.message)"
        guard hasColors else { return line }
        switch entry.level {
        case .error, .critical: return "\u{1B}[31m\(line)\u{1B}[0m"
        case .warning: return "\u{1B}[33m\(line)\u{1B}[0m"
        default: return line
        }
    }
}

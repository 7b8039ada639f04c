// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import Synchronization

/// Turns the handler's lines into log lines (host contract §3.4).
final class HandlerOutput: Sendable {
    private static let systemPrefix = "languageworkerconsolelog"
    private static let jsonPrefix = "azfuncjsonlog:"

    private let log: HostLog
    private let usesStdErrorForErrorsOnly: Bool
    private let lastErrors = Mutex<[String]>([])

    init(log: HostLog, usesStdErrorForErrorsOnly: Bool) {
        self.log = log
        self.usesStdErrorForErrorsOnly = usesStdErrorForErrorsOnly
    }

    /// The last three lines of standard error, for the message about an exit.
    var summary: String { lastErrors.withLock { $0.joined(separator: ",") } }

    func standardOutput(_ line: String) { write(line, level: .info) }

    func standardError(_ line: String) {
        lastErrors.withLock { $0 = Array(($0 + [CredentialMask.mask(line)]).suffix(3)) }
        let text = line.lowercased()
        if text.contains("address already in use") || text.contains("eaddrinuse") {
            log.host(.error, "Port is already in use. Process cannot start.")
        }
        let isError =
            usesStdErrorForErrorsOnly
            || ["error", "fail", "severe", "unhandled exception"].contains { text.contains($0) }
        write(line, level: text.contains("warn") ? .warning : isError ? .error : .info)
    }

    private func write(_ line: String, level: Logger.Level) {
        let start = line.prefix(Self.systemPrefix.count).lowercased()
        if start == Self.systemPrefix {
            log.host(level, String(line.dropFirst(Self.systemPrefix.count)))
        } else if start.hasPrefix(Self.jsonPrefix) {
            log.tooling(level, String(line.dropFirst(Self.jsonPrefix.count)))
        } else {
            log.handler(level, line)
        }
    }
}

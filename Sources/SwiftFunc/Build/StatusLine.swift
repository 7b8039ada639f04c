// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// One line that says how far something is: rewritten on a terminal, elsewhere a line now and then.
struct StatusLine: Sendable {
    private static let interval = Duration.seconds(10)
    private static let width = 78

    let isTerminal: Bool
    let write: @Sendable (String) -> Void
    private var last: ContinuousClock.Instant?

    init(isTerminal: Bool, write: @escaping @Sendable (String) -> Void = StandardError.writeRaw) {
        self.isTerminal = isTerminal
        self.write = write
    }

    /// Shows a text in place of the one before.
    mutating func show(_ text: String, at now: ContinuousClock.Instant = .now) {
        if isTerminal {
            write("\r\u{1B}[K" + String(text.prefix(Self.width)))
        } else if last.map({ $0.duration(to: now) >= Self.interval }) ?? true {
            last = now
            write(text + "\n")
        }
    }

    /// Shows a text that stays.
    func finish(_ text: String) { write((isTerminal ? "\r\u{1B}[K" : "") + text + "\n") }
}

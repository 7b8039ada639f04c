// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import InMemoryLogging
import Logging

/// A logger whose lines a test can read.
struct TestLog {
    private let handler: InMemoryLogHandler
    let logger: Logger

    init() {
        var handler = InMemoryLogHandler()
        handler.logLevel = .trace
        self.handler = handler
        logger = Logger(label: "test") { [handler] _ in handler }
    }

    var entries: [InMemoryLogHandler.Entry] { handler.entries }

    /// The lines with their metadata, as one text.
    var text: String { entries.map { "\($0.level) \($0.message) \($0.metadata)" }.joined(separator: "\n") }
}

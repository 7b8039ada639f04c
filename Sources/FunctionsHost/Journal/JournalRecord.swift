// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging

/// What is remembered of one try of an invocation; everything in it has been redacted.
struct JournalRecord: Sendable {
    /// How far it has come.
    enum State: String, Sendable {
        case running, succeeded, failed
    }

    /// A line of the log that belongs to it.
    struct Line: Sendable {
        let level: Logger.Level
        let text: String
    }

    let id: String
    let function: String
    /// The trigger's type, as in function.json.
    let trigger: String
    let reason: String
    let start: Date
    var state = State.running
    /// Nil while it runs.
    var duration: Duration?
    /// Why it failed.
    var failure: String?
    /// What went to the handler.
    var input: String?
    /// What came back.
    var output: String?
    var lines: [Line] = []
    /// How many bytes the lines have.
    var lineBytes = 0
    /// How many lines had no room.
    var lostLines = 0
}

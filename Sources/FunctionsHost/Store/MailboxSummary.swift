// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import GRDB
import StrictJSON

/// How full a mailbox is.
struct MailboxSummary: Sendable {
    /// As ``Mailbox/text``.
    let text: String
    let count: Int64
    /// Those that a function is being given, or that failed and wait.
    let invisible: Int64

    var json: JSONValue {
        let mailbox = Mailbox(stored: text)
        return [
            "kind": .string(mailbox.kind), "name": .string(mailbox.name), "messages": .integer(count),
            "invisible": .integer(invisible),
        ]
    }
}

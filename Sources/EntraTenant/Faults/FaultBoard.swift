// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// The faults that are set, and how often each document was answered with one.
final class FaultBoard: Sendable {
    private struct Entry {
        var fault: ServerFault?
        /// Answers with the present fault.
        var answers = 0
        /// Answers with any fault.
        var total = 0
    }

    private let entries = Mutex<[LocalTenant.Document: Entry]>([:])

    func set(_ fault: ServerFault?, for document: LocalTenant.Document) {
        entries.withLock { entries in
            entries[document, default: Entry()].fault = fault
            entries[document, default: Entry()].answers = 0
        }
    }

    /// The fault with which to answer a request, and how many answers it has had.
    func take(_ document: LocalTenant.Document) -> (fault: ServerFault, number: Int)? {
        entries.withLock { entries in
            guard var entry = entries[document], let fault = entry.fault else { return nil }
            let number = entry.answers
            entry.answers += 1
            entry.total += 1
            entries[document] = entry
            return (fault, number)
        }
    }

    private let held = Mutex(0)

    /// Connections that a fault holds at the moment.
    var heldConnections: Int { held.withLock { $0 } }

    func connectionHeld(_ change: Int) { held.withLock { $0 += change } }

    func total(_ document: LocalTenant.Document) -> Int { entries.withLock { $0[document]?.total ?? 0 } }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Remembers which quirks were told, so that a busy function tells each once; no more than 10,000.
final class QuirkLog: Sendable {
    private struct Entry: Hashable {
        let quirk: Quirk
        let subject: String
    }

    private static let maximumCount = 10_000
    private let told = Mutex<Set<Entry>>([])

    /// Whether a quirk of a subject is told for the first time.
    func isFirst(_ quirk: Quirk, of subject: String) -> Bool {
        told.withLock { told in
            told.count < Self.maximumCount && told.insert(Entry(quirk: quirk, subject: subject)).inserted
        }
    }
}

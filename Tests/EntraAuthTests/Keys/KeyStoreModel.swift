// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a key store should hold, in the simplest words: for each key when it was last published and how often it was
/// missed since.
struct KeyStoreModel {
    private static let hour: Int64 = 3_600
    private var entries: [String: (lastSeen: Int64, misses: Int)] = [:]
    private var denials: [String: Int64] = [:]
    private(set) var hasFailed = false

    mutating func refreshed(_ published: [String], at now: Int64) {
        hasFailed = false
        for key in published {
            if entries[key] == nil { denials[key] = nil }
            entries[key] = (now, 0)
        }
        for (key, entry) in entries where !published.contains(key) {
            let absence = now - entry.lastSeen
            let misses = entry.misses + 1
            let isDropped = absence >= 24 * Self.hour || misses >= 3 && absence >= 3 * Self.hour
            entries[key] = isDropped ? nil : (entry.lastSeen, misses)
        }
    }

    mutating func failed() { hasFailed = true }

    /// A fresh key set did not hold a key.
    mutating func denied(_ key: String, at now: Int64) { denials[key] = now }

    /// Whether a denial of less than a minute ago still counts.
    func remembersDenial(_ key: String, at now: Int64) -> Bool { denials[key].map { now - $0 < 60 } ?? false }

    func holds(_ key: String, at now: Int64) -> Bool {
        entries[key].map { now - $0.lastSeen < 48 * Self.hour } ?? false
    }
}

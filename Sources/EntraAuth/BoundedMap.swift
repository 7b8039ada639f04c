// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A dictionary that forgets its oldest entry when it is full; setting a key again makes it the newest.
struct BoundedMap<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let capacity: Int
    private var entries: [Key: (value: Value, stamp: UInt64)] = [:]
    private var order: [(key: Key, stamp: UInt64)] = []
    private var head = 0
    private var nextStamp: UInt64 = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    var count: Int { entries.count }

    var isFull: Bool { entries.count >= capacity }

    /// The value of a key; setting nil removes it.
    subscript(_ key: Key) -> Value? {
        get { entries[key]?.value }
        set {
            guard let newValue, capacity > 0 else {
                entries[key] = nil
                return
            }
            nextStamp += 1
            entries[key] = (newValue, nextStamp)
            order.append((key, nextStamp))
            while entries.count > capacity { _ = removeOldest() }
            compact()
        }
    }

    /// Removes and returns the oldest entry.
    mutating func removeOldest() -> Value? {
        while head < order.count {
            let (key, stamp) = order[head]
            head += 1
            // An older mention of a key that was set again since does not count.
            guard let entry = entries[key], entry.stamp == stamp else { continue }
            entries[key] = nil
            return entry.value
        }
        return nil
    }

    /// Keeps the list of mentions within a few times the number of entries.
    private mutating func compact() {
        guard order.count > 2 * capacity + 16 || head > capacity else { return }
        order = order[head...].filter { entries[$0.key]?.stamp == $0.stamp }
        head = 0
    }
}

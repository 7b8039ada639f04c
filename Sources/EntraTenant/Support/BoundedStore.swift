// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Values under unguessable names, each for a limited time, never more than a fixed number of them.
struct BoundedStore<Value: Sendable>: Sendable {
    private let capacity: Int
    private var entries: [String: (value: Value, expires: Int64)] = [:]
    private var order: [String] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds a value; the oldest one gives way when the store is full.
    mutating func insert(_ value: Value, named name: String, expires: Int64, now: Int64) {
        if entries.count >= capacity { removeExpired(now: now) }
        while entries.count >= capacity, let oldest = order.first {
            order.removeFirst()
            entries[oldest] = nil
        }
        if entries.updateValue((value, expires), forKey: name) == nil { order.append(name) }
    }

    /// The value, unless it is absent or has expired.
    func value(named name: String, now: Int64) -> Value? {
        entries[name].flatMap { now < $0.expires ? $0.value : nil }
    }

    /// Takes a value out.
    mutating func remove(named name: String) {
        guard entries.removeValue(forKey: name) != nil else { return }
        order.removeAll { $0 == name }
    }

    /// Takes out all values that fit.
    mutating func removeAll(where fits: (Value) -> Bool) {
        entries = entries.filter { !fits($0.value.value) }
        order.removeAll { entries[$0] == nil }
    }

    /// Replaces the value of a name that is there, keeping its end.
    mutating func update(_ name: String, to value: Value) {
        entries[name]?.value = value
    }

    private mutating func removeExpired(now: Int64) {
        entries = entries.filter { now < $0.value.expires }
        order.removeAll { entries[$0] == nil }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The elements of an array, in order.
public struct JSONElements: Sequence, Sendable {
    let storage: JSONStorage
    let container: Int

    /// How many elements there are.
    public var count: Int { Int(storage.nodes[container].count) }

    /// How many elements there are, for `Sequence`.
    public var underestimatedCount: Int { count }

    /// The first element, or nil of an empty array.
    public var first: JSONElement? { count > 0 ? JSONElement(storage: storage, index: container + 1) : nil }

    /// An iterator from the first element on.
    public func makeIterator() -> Iterator { Iterator(storage: storage, current: container + 1, left: count) }

    /// Walks the elements.
    public struct Iterator: IteratorProtocol {
        let storage: JSONStorage
        var current: Int
        var left: Int

        /// The next element, or nil after the last.
        public mutating func next() -> JSONElement? {
            guard left > 0 else { return nil }
            defer { current = Int(storage.nodes[current].next) }
            left -= 1
            return JSONElement(storage: storage, index: current)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The members of an object, in the order of the text.
public struct JSONMembers: Sequence, Sendable {
    let storage: JSONStorage
    let container: Int

    /// How many members there are.
    public var count: Int { Int(storage.nodes[container].count) }

    /// How many members there are, for `Sequence`.
    public var underestimatedCount: Int { count }

    /// An iterator from the first member on.
    public func makeIterator() -> Iterator { Iterator(storage: storage, current: container + 1, left: count) }

    /// Calls a closure with the name and the place of every value in order, without touching any reference count.
    package func forEachPlace(_ body: (_ name: borrowing Span<UInt8>, _ place: Int) -> Void) {
        // Held for the whole walk, so that a step needs not.
        let (text, unescaped, nodes) = (storage.text, storage.unescaped, storage.nodes)
        var current = container + 1
        for _ in 0..<count {
            let key = nodes[current]
            let range = Int(key.start)..<Int(key.start) + Int(key.count)
            body(key.flag ? unescaped.span.extracting(range) : text.span.extracting(range), current + 1)
            current = Int(nodes[current + 1].next)
        }
    }

    /// One member.
    public struct Member: Sendable {
        let storage: JSONStorage
        let index: Int
        /// The value.
        public var value: JSONElement { JSONElement(storage: storage, index: index + 1) }
        /// The name.
        public var name: String { String(decoding: nameUTF8, as: UTF8.self) }
        /// The name's UTF-8 bytes; nothing is copied.
        public var nameUTF8: ArraySlice<UInt8> { storage.bytes(of: storage.nodes[index]) }
    }

    /// Walks the members.
    public struct Iterator: IteratorProtocol {
        let storage: JSONStorage
        var current: Int
        var left: Int

        /// The next member, or nil after the last.
        public mutating func next() -> Member? {
            guard left > 0 else { return nil }
            defer { current = Int(storage.nodes[current + 1].next) }
            left -= 1
            return Member(storage: storage, index: current)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An object: distinct names, in the order in which they were set.
public struct JSONObject: Sendable, Hashable, Sequence, ExpressibleByDictionaryLiteral {
    /// One member.
    public struct Member: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The value.
        public var value: JSONValue
    }

    private(set) var storage: [Member] = []

    /// An object without members.
    public init() {}

    /// An object with these members; where a name comes twice, the last value wins at the first place.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        for (name, value) in elements { self[name] = value }
    }

    /// An object with these members, whose names must differ.
    package init(uniqueMembers: [(String, JSONValue)]) {
        storage = uniqueMembers.map { Member(name: $0.0, value: $0.1) }
    }

    /// How many members there are.
    public var count: Int { storage.count }

    /// Whether there are no members.
    public var isEmpty: Bool { storage.isEmpty }

    /// The names in order.
    public var names: [String] { storage.map(\.name) }

    /// The value of a name, compared by UTF-8 bytes; setting nil removes the member.
    public subscript(_ name: String) -> JSONValue? {
        get { index(of: name).map { storage[$0].value } }
        set {
            switch (index(of: name), newValue) {
            case (let index?, let value?): storage[index].value = value
            case (let index?, nil): storage.remove(at: index)
            case (nil, let value?): storage.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    private func index(of name: String) -> Int? {
        let count = name.utf8.count
        return storage.firstIndex { $0.name.utf8.count == count && $0.name.utf8.elementsEqual(name.utf8) }
    }

    /// An iterator over the members in order.
    public func makeIterator() -> [Member].Iterator { storage.makeIterator() }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The `path` of a `blobTrigger`, such as `samples/{name}.txt`.
struct BlobPattern: Sendable {
    private enum Part: Sendable {
        case literal([Character])
        case name(String)
    }

    let container: String
    private let parts: [Part]

    /// - Throws: ``StoreError`` for a pattern that is none.
    init(_ text: String) throws(StoreError) {
        let container = text.prefix { $0 != "/" }
        guard BlobName.isContainer(String(container)) else {
            throw StoreError(.invalid, "The path '\(text)' of a blob trigger does not begin with a container's name.")
        }
        self.container = String(container)
        var parts: [Part] = []
        var literal: [Character] = []
        var rest = text.dropFirst(container.count).drop { $0 == "/" }
        // A container alone stands for all its blobs.
        if rest.isEmpty { rest = "{name}" }
        while let character = rest.popFirst() {
            if character == "{" || character == "}", rest.first == character {
                literal.append(character)
                rest.removeFirst()
            } else if character == "{" {
                guard let end = rest.firstIndex(of: "}") else {
                    throw StoreError(.invalid, "The path '\(text)' has a '{' that is not closed.")
                }
                if !literal.isEmpty { parts.append(.literal(literal)) }
                literal = []
                parts.append(.name(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            } else {
                literal.append(character)
            }
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        self.parts = parts
    }

    /// The values of the names in a path that fits; nil for one that does not.
    func match(_ path: String) -> [(name: String, value: String)]? {
        var budget = 100_000
        return Self.match(parts[...], Array(path)[...], &budget)
    }

    /// An earlier name takes as much as it can.
    private static func match(
        _ parts: ArraySlice<Part>, _ path: ArraySlice<Character>, _ budget: inout Int
    ) -> [(name: String, value: String)]? {
        guard let part = parts.first else { return path.isEmpty ? [] : nil }
        switch part {
        case .literal(let text):
            guard path.starts(with: text) else { return nil }
            return match(parts.dropFirst(), path.dropFirst(text.count), &budget)
        case .name(let name):
            var end = path.endIndex
            while end > path.startIndex {
                budget -= 1
                guard budget > 0 else { return nil }
                if let rest = match(parts.dropFirst(), path[end...], &budget) {
                    return [(name, String(path[path.startIndex..<end]))] + rest
                }
                end -= 1
            }
            return nil
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Routes in order of preference, found by their first literal segment; the first that matches wins, as in the host.
package struct RouteTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let template: RouteTemplate
        let methods: Set<String>
        let value: Value
    }

    private let entries: [Entry]
    /// Indices of entries, in order, by the first segment in lower case.
    private let literals: [String: [Int]]
    /// Indices of entries that begin with a parameter, or are empty.
    private let others: [Int]

    /// Creates a table.
    ///
    /// - Parameter entries: Tried in this order; an empty set of methods, in upper case, means all.
    package init(_ entries: [(template: RouteTemplate, methods: Set<String>, value: Value)]) {
        self.entries = entries.map { Entry(template: $0.template, methods: $0.methods, value: $0.value) }
        var literals: [String: [Int]] = [:]
        var others: [Int] = []
        for (index, entry) in entries.enumerated() {
            if let literal = entry.template.segments.first?.literal {
                literals[literal, default: []].append(index)
            } else {
                others.append(index)
            }
        }
        self.literals = literals
        self.others = others
    }

    /// The first route for a method and a path.
    ///
    /// - Parameters:
    ///   - method: In upper case.
    ///   - path: Percent-encoded, without query.
    /// - Returns: The value and the parameters, or nil.
    package func match(method: String, path: String) -> (value: Value, parameters: RouteValues)? {
        first(path) { $0.methods.isEmpty || $0.methods.contains(method) }
    }

    /// The value of the first route for a path, whatever its methods.
    ///
    /// - Parameter path: Percent-encoded, without query.
    /// - Returns: The value, or nil.
    package func firstMatch(path: String) -> Value? {
        first(path) { _ in true }?.value
    }

    private func first(_ path: String, where isEligible: (Entry) -> Bool) -> (value: Value, parameters: RouteValues)? {
        guard !entries.isEmpty else { return nil }
        let segments = RouteTemplate.segments(of: path)
        var literal = (segments.first.flatMap { literals[$0.lowercased()] } ?? [])[...]
        var other = others[...]
        while let index = Self.popSmaller(&literal, &other) {
            guard isEligible(entries[index]), let values = entries[index].template.match(segments) else { continue }
            return (entries[index].value, values)
        }
        return nil
    }

    private static func popSmaller(_ left: inout ArraySlice<Int>, _ right: inout ArraySlice<Int>) -> Int? {
        guard let first = left.first else { return right.popFirst() }
        guard let second = right.first, second < first else { return left.popFirst() }
        return right.popFirst()
    }
}

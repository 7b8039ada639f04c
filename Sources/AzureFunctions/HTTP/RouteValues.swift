// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The parameters of a matched route in the template's order; an optional one that the path leaves out has no value.
package struct RouteValues: Sendable, Sequence {
    package typealias Element = (name: String, value: String?)

    private var storage: [Element] = []

    package init() {}

    mutating func append(_ name: String, _ value: String?) {
        storage.append((name, value))
    }

    /// A parameter's value, by name without case; nil when there is none.
    package subscript(_ name: String) -> String? {
        let wanted = name.lowercased()
        return storage.first { $0.name.lowercased() == wanted }?.value
    }

    package var isEmpty: Bool { storage.isEmpty }

    package func makeIterator() -> [Element].Iterator { storage.makeIterator() }
}

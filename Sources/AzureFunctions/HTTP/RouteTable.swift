// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Routes in order of preference; the first that matches wins, as in the host.
///
/// The cost of a match does not depend on how many routes there are, unless they differ in the constraints of their
/// parameters alone.
package struct RouteTable<Value: Sendable>: Sendable {
    private let index: RouteIndex
    private let methods: [Set<String>]
    private let values: [Value]

    /// Creates a table.
    ///
    /// - Parameter entries: Tried in this order; an empty set of methods, in upper case, means all.
    package init(_ entries: [(template: RouteTemplate, methods: Set<String>, value: Value)]) {
        index = RouteIndex(entries.map(\.template))
        methods = entries.map(\.methods)
        values = entries.map(\.value)
    }

    /// The first route for a method and a path.
    ///
    /// - Parameters:
    ///   - method: In upper case.
    ///   - path: Percent-encoded, without query.
    /// - Returns: The value and the parameters, or nil.
    package func match(method: String, path: String) -> (value: Value, parameters: RouteValues)? {
        guard !values.isEmpty else { return nil }
        let found = index.first(RouteTemplate.segments(of: path)) { [methods] in
            methods[$0].isEmpty || methods[$0].contains(method)
        }
        return found.map { (values[$0.index], $0.values) }
    }

    /// The value of the first route for a path, whatever its methods.
    ///
    /// - Parameter path: Percent-encoded, without query.
    /// - Returns: The value, or nil.
    package func firstMatch(path: String) -> Value? {
        guard !values.isEmpty else { return nil }
        return index.first(RouteTemplate.segments(of: path)) { _ in true }.map { values[$0.index] }
    }
}

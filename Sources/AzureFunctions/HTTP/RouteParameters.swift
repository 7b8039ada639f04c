// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The values of a route template's parameters, looked up without case.
public struct RouteParameters: Sendable {
    private let values: [(name: String, value: String)]

    init(_ values: [(String, String)]) {
        self.values = values.map { (name: $0.0, value: $0.1) }
    }

    /// The value of a parameter; nil when the template has none of this name, or an optional one was left out.
    public subscript(_ name: String) -> String? {
        let wanted = name.lowercased()
        return values.first { $0.name.lowercased() == wanted }?.value
    }
}

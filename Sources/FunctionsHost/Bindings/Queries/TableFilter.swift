// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The part of OData that the local store understands: `Name eq 'x' and Size gt 5`.
struct TableFilter: Sendable {
    private static let comparisons: [String: QueryCondition.Comparison] = [
        "EQ": .equal, "NE": .unequal, "LT": .less, "LE": .atMost, "GT": .greater, "GE": .atLeast,
    ]

    private var conditions: [QueryCondition] = []

    /// Parses a filter; an empty one matches everything.
    init(_ text: String) throws(StoreError) {
        var tokens = try QueryToken.split(text.filter { $0 != "(" && $0 != ")" })[...]
        while !tokens.isEmpty {
            guard case .word(let name) = tokens.popFirst(), let keyword = tokens.popFirst()?.keyword,
                let comparison = Self.comparisons[keyword], let value = tokens.popFirst()?.literal
            else { throw Self.failure(text) }
            conditions.append(QueryCondition(path: [name], comparison: comparison, value: value))
            guard let next = tokens.popFirst() else { break }
            guard next.keyword == "AND", !tokens.isEmpty else { throw Self.failure(text) }
        }
    }

    func matches(_ entity: JSONValue) -> Bool { conditions.allSatisfy { $0.matches(entity) } }

    private static func failure(_ text: String) -> StoreError {
        StoreError(.invalid, "The local store understands filters such as Name eq 'x' and Size gt 5, not: \(text)")
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The part of Cosmos DB's SQL that the local store understands:
/// `SELECT [TOP n] * FROM c [WHERE c.a.b = 1 AND …] [ORDER BY c.x [DESC]] [OFFSET n LIMIT n]`.
struct CosmosQuery: Sendable {
    private var conditions: [QueryCondition] = []
    private var orderPath: [String] = []
    private var isDescending = false
    private var offset = 0
    private var limit = 1_000

    /// Parses a query, with the texts that stand for each `{name}`.
    ///
    /// - Throws: ``StoreError`` that says what is not understood.
    init(_ text: String, parameter: (String) throws(StoreError) -> String) throws(StoreError) {
        var tokens = try QueryToken.split(text)[...]
        func fail() -> StoreError {
            StoreError(
                .invalid,
                "The local store understands SELECT [TOP n] * FROM c [WHERE c.a = 1 AND …] [ORDER BY c.x [DESC]] "
                    + "[OFFSET n LIMIT n], not: \(text)")
        }
        func take(_ keyword: String) -> Bool {
            guard tokens.first?.keyword == keyword else { return false }
            tokens.removeFirst()
            return true
        }
        func number() throws(StoreError) -> Int {
            guard case .word(let word) = tokens.popFirst(), let number = Int(word), number >= 0 else { throw fail() }
            return number
        }
        func path(_ alias: String) throws(StoreError) -> [String] {
            guard case .word(let word) = tokens.popFirst() else { throw fail() }
            let parts = word.split(separator: ".").map(String.init)
            guard parts.count > 1, parts[0] == alias else { throw fail() }
            return Array(parts.dropFirst())
        }
        guard take("SELECT") else { throw fail() }
        if take("TOP") { limit = min(limit, try number()) }
        guard tokens.popFirst() == .symbol("*"), take("FROM"), case .word(let alias) = tokens.popFirst() else {
            throw fail()
        }
        if take("WHERE") {
            repeat {
                let path = try path(alias)
                guard case .symbol(let symbol) = tokens.popFirst(), let comparison = Self.comparisons[symbol],
                    let token = tokens.popFirst()
                else { throw fail() }
                let value: JSONValue
                if case .parameter(let name) = token {
                    value = .string(try parameter(name))
                } else if let literal = token.literal {
                    value = literal
                } else {
                    throw fail()
                }
                conditions.append(QueryCondition(path: path, comparison: comparison, value: value))
            } while take("AND")
        }
        if take("ORDER") {
            guard take("BY") else { throw fail() }
            orderPath = try path(alias)
            isDescending = take("DESC")
            if !isDescending { _ = take("ASC") }
        }
        if take("OFFSET") {
            offset = try number()
            guard take("LIMIT") else { throw fail() }
            limit = min(limit, try number())
        }
        guard tokens.isEmpty else { throw fail() }
    }

    private static let comparisons: [String: QueryCondition.Comparison] = [
        "=": .equal, "!=": .unequal, "<>": .unequal, "<": .less, "<=": .atMost, ">": .greater, ">=": .atLeast,
    ]

    /// The documents that match, at most 1,000.
    func run(_ documents: [JSONValue]) -> [JSONValue] {
        var found = documents.filter { document in conditions.allSatisfy { $0.matches(document) } }
        if !orderPath.isEmpty {
            found.sort { left, right in
                let order = QueryCondition.order(
                    QueryCondition.member(left, orderPath), QueryCondition.member(right, orderPath))
                return isDescending ? (order ?? 0) > 0 : (order ?? 0) < 0
            }
        }
        return Array(found.dropFirst(offset).prefix(limit))
    }
}

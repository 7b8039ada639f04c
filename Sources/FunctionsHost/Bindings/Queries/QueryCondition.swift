// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A comparison of a member with a value.
struct QueryCondition: Sendable {
    enum Comparison: Sendable { case equal, unequal, less, atMost, greater, atLeast }

    let path: [String]
    let comparison: Comparison
    let value: JSONValue

    /// Whether an object meets it; values of different kinds are unequal and in no order.
    func matches(_ object: JSONValue) -> Bool {
        let member = Self.member(object, path)
        switch comparison {
        case .equal: return member == value || Self.order(member, value) == 0
        case .unequal: return !(member == value || Self.order(member, value) == 0)
        case .less: return Self.order(member, value).map { $0 < 0 } ?? false
        case .atMost: return Self.order(member, value).map { $0 <= 0 } ?? false
        case .greater: return Self.order(member, value).map { $0 > 0 } ?? false
        case .atLeast: return Self.order(member, value).map { $0 >= 0 } ?? false
        }
    }

    static func member(_ object: JSONValue, _ path: [String]) -> JSONValue? {
        path.reduce(object) { $0?[$1] }
    }

    /// Below, at or above 0; nil when the two cannot be compared.
    static func order(_ left: JSONValue?, _ right: JSONValue?) -> Int? {
        if let left = left?.double, let right = right?.double { return left < right ? -1 : left > right ? 1 : 0 }
        guard let left = left?.string, let right = right?.string else { return nil }
        if left.utf8.elementsEqual(right.utf8) { return 0 }
        return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    }
}

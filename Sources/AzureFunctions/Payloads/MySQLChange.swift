// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A row of a MySQL table that was inserted or updated; the host cannot tell which.
public struct MySQLChange<Row: Sendable>: Sendable {
    /// The row as it is, not as it was when it changed.
    public var item: Row

    /// Creates a change, for tests.
    ///
    /// - Parameter item: The row.
    public init(_ item: Row) {
        self.item = item
    }
}

extension MySQLChange: Decodable where Row: Decodable {
    private enum CodingKeys: String, CodingKey {
        case item = "Item"
    }

    /// Reads a change.
    ///
    /// - Parameter decoder: The change's JSON.
    /// - Throws: `DecodingError` when it is not a change; the invocation then fails.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.container(keyedBy: CodingKeys.self).decode(Row.self, forKey: .item))
    }
}

extension MySQLChange: Equatable where Row: Equatable {}
extension MySQLChange: Hashable where Row: Hashable {}

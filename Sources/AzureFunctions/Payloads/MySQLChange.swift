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

    private enum CodingKeys: String, CodingKey {
        case operation = "Operation"
        case item = "Item"
    }
}

extension MySQLChange: Decodable where Row: Decodable {
    /// Reads a change.
    ///
    /// - Parameter decoder: The change's JSON.
    /// - Throws: `DecodingError` when it is not a change; the invocation then fails.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.container(keyedBy: CodingKeys.self).decode(Row.self, forKey: .item))
    }
}

extension MySQLChange: Encodable where Row: Encodable {
    /// Writes the change as the host does, for tests.
    ///
    /// - Parameter encoder: Takes the change's JSON.
    /// - Throws: What the row throws.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(0, forKey: .operation)
        try values.encode(item, forKey: .item)
    }
}

extension MySQLChange: Equatable where Row: Equatable {}
extension MySQLChange: Hashable where Row: Hashable {}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What happened to a row of an Azure SQL table.
public struct SQLChange<Row: Sendable>: Sendable {
    /// The kinds of change.
    public enum Operation: Int, Sendable, Hashable {
        /// The row is new.
        case insert = 0
        /// The row has other values than before.
        case update = 1
        /// The row is gone; only its primary key is known.
        case delete = 2
    }

    /// What happened.
    public var operation: Operation
    /// The row as it is, not as it was when it changed.
    public var item: Row

    /// Creates a change, for tests.
    ///
    /// - Parameters:
    ///   - operation: What happened.
    ///   - item: The row.
    public init(_ operation: Operation, _ item: Row) {
        self.operation = operation
        self.item = item
    }

    private enum CodingKeys: String, CodingKey {
        case operation = "Operation"
        case item = "Item"
    }
}

extension SQLChange: Decodable where Row: Decodable {
    /// Reads a change, whose operation is a number or a name.
    ///
    /// - Parameter decoder: The change's JSON.
    /// - Throws: `DecodingError` when it is not a change; the invocation then fails.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let operation: Operation? =
            if let name = try? values.decode(String.self, forKey: .operation) {
                switch name.lowercased() {
                case "insert", "0": .insert
                case "update", "1": .update
                case "delete", "2": .delete
                default: nil
                }
            } else {
                Operation(rawValue: try values.decode(Int.self, forKey: .operation))
            }
        guard let operation else {
            throw DecodingError.dataCorruptedError(
                forKey: .operation, in: values, debugDescription: "not an operation")
        }
        self.init(operation, try values.decode(Row.self, forKey: .item))
    }
}

extension SQLChange: Encodable where Row: Encodable {
    /// Writes the change as the host does, for tests.
    ///
    /// - Parameter encoder: Takes the change's JSON.
    /// - Throws: What the row throws.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(operation.rawValue, forKey: .operation)
        try values.encode(item, forKey: .item)
    }
}

extension SQLChange: Equatable where Row: Equatable {}
extension SQLChange: Hashable where Row: Hashable {}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
public import StrictJSON

/// What an invocation wrote, as the host would hand it on (host contract §8.2, §8.3).
public struct FunctionOutcome: Sendable {
    private let result: JSONValue

    init(_ result: JSONValue) {
        self.result = result
    }

    /// The function's log lines that came with the result.
    public var logs: [String] { result["Logs"]?.array?.compactMap(\.string) ?? [] }

    /// What the function returned without a binding: of MCP tools and durable functions.
    public var returnValue: JSONValue { result["ReturnValue"] ?? .null }

    /// The items that go to an output: one for a value, several for an array, none when nothing was written.
    ///
    /// - Parameter output: The binding's name; `output` unless it was named or there are several.
    /// - Returns: The bytes of each item.
    public func items(_ output: String = "output") -> [[UInt8]] {
        switch result["Outputs"]?[output] {
        case nil, .null: []
        case .string(let text): [Self.hostBytes(text)]
        case .array(let elements): elements.map { $0.string.map { Array($0.utf8) } ?? $0.serialized(.pretty) }
        case .some(let value): [value.serialized(.pretty)]
        }
    }

    /// The items that go to an output, as text.
    ///
    /// - Parameter output: The binding's name.
    /// - Returns: The text of each item.
    public func texts(_ output: String = "output") -> [String] {
        items(output).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The one item that goes to an output, decoded from JSON.
    ///
    /// - Parameters:
    ///   - type: What the item should be.
    ///   - output: The binding's name.
    /// - Returns: The value.
    /// - Throws: ``InvocationFailure`` when there is not exactly one item; `DecodingError` when it is something else.
    public func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, from output: String = "output"
    ) throws -> Value {
        let items = items(output)
        guard let item = items.first, items.count == 1 else {
            throw InvocationFailure(status: 200, message: "The output \(output) has \(items.count) items, not one.")
        }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: Data(item))
    }

    /// A string that .NET takes for base64 is decoded by the host, whether or not it was meant so.
    private static func hostBytes(_ text: String) -> [UInt8] {
        Data(base64Encoded: text.filter { !$0.isWhitespace }).map { Array($0) } ?? Array(text.utf8)
    }
}

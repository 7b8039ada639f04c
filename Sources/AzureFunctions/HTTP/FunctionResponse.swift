// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials
public import HTTPTypes
public import StrictJSON

/// A function's answer to an HTTP request.
public struct FunctionResponse: Sendable {
    /// The status.
    public var status: HTTPResponse.Status
    /// The header fields; `Content-Type` is set by the factory functions.
    public var headers: HTTPFields
    /// The body; setting it replaces one that is streamed.
    public var body: [UInt8] { didSet { producer = nil } }
    /// Writes the body, when it is streamed.
    package var producer: Producer?

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - headers: The header fields.
    ///   - body: The body.
    public init(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer without body.
    ///
    /// - Parameter status: The status.
    /// - Returns: The answer.
    public static func status(_ status: HTTPResponse.Status) -> FunctionResponse { FunctionResponse(status: status) }

    /// Plain text.
    ///
    /// - Parameters:
    ///   - text: The text, sent as UTF-8.
    ///   - status: The status.
    /// - Returns: The answer.
    public static func text(_ text: String, status: HTTPResponse.Status = .ok) -> FunctionResponse {
        FunctionResponse(status: status, headers: [.contentType: "text/plain; charset=utf-8"], body: Array(text.utf8))
    }

    /// A value as JSON, with sorted keys.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - status: The status.
    ///   - encoder: Where dates or keys need a strategy.
    /// - Returns: The answer.
    /// - Throws: `EncodingError` of a value that JSON cannot say; left uncaught it becomes a 500.
    public static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, using encoder: JSONEncoder? = nil
    ) throws -> FunctionResponse {
        let encoder = encoder ?? Self.encoder
        return json(bytes: Array(try encoder.encode(value)), status)
    }

    /// A JSON tree, in the order of its members.
    ///
    /// - Parameters:
    ///   - value: The tree.
    ///   - status: The status.
    /// - Returns: The answer.
    public static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> FunctionResponse {
        json(bytes: value.serialized(), status)
    }

    /// Bytes of any type; in envelope mode only text can be sent (host contract §8.4).
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - contentType: Their media type.
    ///   - status: The status.
    /// - Returns: The answer.
    public static func bytes(
        _ bytes: [UInt8], contentType: String, status: HTTPResponse.Status = .ok
    ) -> FunctionResponse {
        FunctionResponse(status: status, headers: [.contentType: contentType], body: bytes)
    }

    private static func json(bytes: [UInt8], _ status: HTTPResponse.Status) -> FunctionResponse {
        FunctionResponse(status: status, headers: [.contentType: "application/json"], body: bytes)
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}

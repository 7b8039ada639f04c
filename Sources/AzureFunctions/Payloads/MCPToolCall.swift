// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// A call of a tool by a client of the Model Context Protocol (host contract §7.14).
public struct MCPToolCall: Sendable, Hashable {
    /// The tool.
    public var name: String
    /// The arguments by name.
    public var arguments: JSONObject
    /// The client's session; nil when it has none.
    public var sessionID: String?
    /// What the client says of itself, such as `name` and `version`.
    public var clientInfo: JSONObject
    /// How the call came, such as `http-streamable`.
    public var transport: String?

    /// Creates a call, for tests.
    ///
    /// - Parameters:
    ///   - name: The tool.
    ///   - arguments: The arguments by name.
    ///   - sessionID: The client's session.
    ///   - clientInfo: What the client says of itself.
    ///   - transport: How the call came.
    public init(
        name: String, arguments: JSONObject = [:], sessionID: String? = nil, clientInfo: JSONObject = [:],
        transport: String? = nil
    ) {
        self.name = name
        self.arguments = arguments
        self.sessionID = sessionID
        self.clientInfo = clientInfo
        self.transport = transport
    }

    init(_ value: BindingValue) {
        self.init(
            name: value["name"]?.textIfPresent ?? "", arguments: value["arguments"]?.raw.object ?? [:],
            sessionID: value["sessionid"]?.textIfPresent ?? value["transport"]?["sessionId"]?.textIfPresent,
            clientInfo: value["clientinfo"]?.raw.object ?? [:],
            transport: value["transport"]?["name"]?.textIfPresent)
    }

    /// Decodes one argument.
    ///
    /// - Parameters:
    ///   - name: The argument's name.
    ///   - type: What it should be; an optional is nil when it is missing.
    /// - Returns: The argument.
    /// - Throws: ``UnreadableValue`` when it is missing or something else; the invocation then fails unless caught.
    public func argument<Value: Decodable>(
        _ name: String, as type: Value.Type = Value.self
    ) throws(UnreadableValue) -> Value {
        let value = arguments[name] ?? .null
        if let text = value.string, let argument = text as? Value { return argument }
        if value == .null, !(type is any OptionalPayload.Type) {
            throw UnreadableValue(type, "the argument \(name) is missing.")
        }
        return try PayloadDecoder.decodeJSON(type, value.serialized())
    }

    /// Decodes all arguments into a structure whose members are named like them.
    ///
    /// - Parameter type: The structure.
    /// - Returns: The arguments.
    /// - Throws: ``UnreadableValue`` when they are something else; the invocation then fails unless caught.
    public func arguments<Value: Decodable>(as type: Value.Type = Value.self) throws(UnreadableValue) -> Value {
        try PayloadDecoder.decodeJSON(type, JSONValue.object(arguments).serialized())
    }
}

extension MCPToolCall: Encodable {
    private enum CodingKeys: String, CodingKey {
        case name, arguments, transport
        case sessionID = "sessionid"
        case clientInfo = "clientinfo"
    }

    /// Writes the call as the host does, for tests.
    ///
    /// - Parameter encoder: Takes the call's JSON.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(name, forKey: .name)
        try values.encode(JSONValue.object(arguments), forKey: .arguments)
        try values.encodeIfPresent(sessionID, forKey: .sessionID)
        try values.encode(JSONValue.object(clientInfo), forKey: .clientInfo)
        try values.encodeIfPresent(transport.map { ["name": $0] }, forKey: .transport)
    }
}

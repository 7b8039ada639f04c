// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// What a client of a SignalR hub did (host contract §7.11).
public struct SignalRInvocation: Sendable, Hashable {
    /// The hub.
    public var hub: String
    /// `messages` or `connections`.
    public var category: String
    /// The method that the client called, or `connected` or `disconnected`.
    public var event: String
    /// The arguments of a message in order.
    public var arguments: [JSONValue]
    /// The client's connection.
    public var connectionID: String
    /// The signed-in user; nil for an anonymous client.
    public var userID: String?
    /// Why the client has gone; nil when it went by itself.
    public var error: String?
    /// The header fields of the client's request.
    public var headers: [String: String]
    /// The query of the client's request.
    public var query: [String: String]
    /// The claims of the user.
    public var claims: [String: String]

    /// Creates an invocation, for tests.
    ///
    /// - Parameters:
    ///   - hub: The hub.
    ///   - category: `messages` or `connections`.
    ///   - event: The method, or `connected` or `disconnected`.
    ///   - arguments: The arguments of a message in order.
    ///   - connectionID: The client's connection.
    ///   - userID: The signed-in user.
    ///   - error: Why the client has gone.
    ///   - headers: The header fields of the client's request.
    ///   - query: The query of the client's request.
    ///   - claims: The claims of the user.
    public init(
        hub: String, category: String = "messages", event: String, arguments: [JSONValue] = [],
        connectionID: String = "", userID: String? = nil, error: String? = nil, headers: [String: String] = [:],
        query: [String: String] = [:], claims: [String: String] = [:]
    ) {
        self.hub = hub
        self.category = category
        self.event = event
        self.arguments = arguments
        self.connectionID = connectionID
        self.userID = userID
        self.error = error
        self.headers = headers
        self.query = query
        self.claims = claims
    }

    init(_ value: BindingValue) {
        self.init(
            hub: value["Hub"]?.textIfPresent ?? "", category: value["Category"]?.textIfPresent ?? "",
            event: value["Event"]?.textIfPresent ?? "",
            arguments: value["Arguments"]?.elements?.map(\.raw) ?? [],
            connectionID: value["ConnectionId"]?.textIfPresent ?? "", userID: value["UserId"]?.textIfPresent,
            error: value["Error"]?.textIfPresent, headers: value["Headers"]?.texts ?? [:],
            query: value["Query"]?.texts ?? [:], claims: value["Claims"]?.texts ?? [:])
    }

    /// Decodes one argument.
    ///
    /// - Parameters:
    ///   - index: Its place, from 0.
    ///   - type: What it should be.
    /// - Returns: The argument.
    /// - Throws: ``UnreadableValue`` when it is missing or something else; the invocation then fails unless caught.
    public func argument<Value: Decodable>(
        _ index: Int, as type: Value.Type = Value.self
    ) throws(UnreadableValue) -> Value {
        guard arguments.indices.contains(index) else {
            throw UnreadableValue(type, "the client sent \(arguments.count) arguments.")
        }
        if let text = arguments[index].string, let argument = text as? Value { return argument }
        return try PayloadDecoder.decodeJSON(type, arguments[index].serialized())
    }
}

extension SignalRInvocation: Encodable {
    private enum CodingKeys: String, CodingKey {
        case hub = "Hub"
        case category = "Category"
        case event = "Event"
        case arguments = "Arguments"
        case connectionID = "ConnectionId"
        case userID = "UserId"
        case error = "Error"
        case headers = "Headers"
        case query = "Query"
        case claims = "Claims"
    }
}

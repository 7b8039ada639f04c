// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// A message to clients of a SignalR hub: to all of them, to a group, a user or one connection.
public struct SignalRMessage: Sendable, Hashable, Codable {
    /// The method that is called at the clients.
    public var target: String
    /// Its arguments in order.
    public var arguments: [JSONValue]
    /// The group; nil for all.
    public var groupName: String?
    /// The user; nil for all.
    public var userID: String?
    /// The connection; nil for all.
    public var connectionID: String?

    /// Creates a message.
    ///
    /// - Parameters:
    ///   - target: The method that is called at the clients.
    ///   - arguments: Its arguments in order.
    ///   - groupName: The group.
    ///   - userID: The user.
    ///   - connectionID: The connection.
    public init(
        target: String, arguments: [JSONValue] = [], groupName: String? = nil, userID: String? = nil,
        connectionID: String? = nil
    ) {
        self.target = target
        self.arguments = arguments
        self.groupName = groupName
        self.userID = userID
        self.connectionID = connectionID
    }

    private enum CodingKeys: String, CodingKey {
        case target, arguments, groupName
        case userID = "userId"
        case connectionID = "connectionId"
    }
}

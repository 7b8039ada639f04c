// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A change of a group of a SignalR hub.
public struct SignalRGroupAction: Sendable, Hashable, Codable {
    private var action: String
    private var groupName: String?
    private var userID: String?
    private var connectionID: String?

    /// Adds a user, with all connections, to a group.
    ///
    /// - Parameters:
    ///   - userID: The user.
    ///   - group: The group.
    /// - Returns: The change.
    public static func add(userID: String, to group: String) -> SignalRGroupAction {
        SignalRGroupAction(action: "add", groupName: group, userID: userID)
    }

    /// Adds a connection to a group.
    ///
    /// - Parameters:
    ///   - connectionID: The connection.
    ///   - group: The group.
    /// - Returns: The change.
    public static func add(connectionID: String, to group: String) -> SignalRGroupAction {
        SignalRGroupAction(action: "add", groupName: group, connectionID: connectionID)
    }

    /// Removes a user, with all connections, from a group.
    ///
    /// - Parameters:
    ///   - userID: The user.
    ///   - group: The group.
    /// - Returns: The change.
    public static func remove(userID: String, from group: String) -> SignalRGroupAction {
        SignalRGroupAction(action: "remove", groupName: group, userID: userID)
    }

    /// Removes a connection from a group.
    ///
    /// - Parameters:
    ///   - connectionID: The connection.
    ///   - group: The group.
    /// - Returns: The change.
    public static func remove(connectionID: String, from group: String) -> SignalRGroupAction {
        SignalRGroupAction(action: "remove", groupName: group, connectionID: connectionID)
    }

    /// Removes a user from all groups.
    ///
    /// - Parameter userID: The user.
    /// - Returns: The change.
    public static func removeFromAllGroups(userID: String) -> SignalRGroupAction {
        SignalRGroupAction(action: "removeAll", userID: userID)
    }

    private enum CodingKeys: String, CodingKey {
        case action, groupName
        case userID = "userId"
        case connectionID = "connectionId"
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A user of the tenant.
public struct DirectoryUser: Sendable, Hashable {
    /// The object id, a GUID; claim `oid`.
    public var objectID: String
    /// The display name; claim `name`.
    public var name: String
    /// The sign-in name; claim `preferred_username`.
    public var userPrincipalName: String
    /// The password for the sign-in page.
    public var password: String

    /// Creates a user.
    ///
    /// - Parameters:
    ///   - objectID: The object id, a GUID.
    ///   - name: The display name.
    ///   - userPrincipalName: The sign-in name.
    ///   - password: The password for the sign-in page.
    public init(objectID: String, name: String, userPrincipalName: String, password: String) {
        self.objectID = objectID
        self.name = name
        self.userPrincipalName = userPrincipalName
        self.password = password
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a tenant holds: the registrations of APIs and clients, and users.
public struct TenantDirectory: Sendable, Hashable {
    /// The tenant id, a GUID; claim `tid`.
    public var tenantID: String
    /// The tenant's domain, usable in place of the id in URLs.
    public var domain: String
    /// The apps that expose APIs.
    public var apis: [APIRegistration]
    /// The apps that only ask for tokens.
    public var clients: [ClientRegistration]
    /// The users.
    public var users: [DirectoryUser]

    /// Creates a directory.
    ///
    /// - Parameters:
    ///   - tenantID: The tenant id, a GUID.
    ///   - domain: The tenant's domain.
    ///   - apis: The apps that expose APIs.
    ///   - clients: The apps that only ask for tokens.
    ///   - users: The users.
    public init(
        tenantID: String, domain: String, apis: [APIRegistration], clients: [ClientRegistration],
        users: [DirectoryUser]
    ) {
        self.tenantID = tenantID
        self.domain = domain
        self.apis = apis
        self.clients = clients
        self.users = users
    }

    /// The API with this client id or App ID URI.
    ///
    /// - Parameter identifier: A client id or an App ID URI, without a slash at the end.
    /// - Returns: The registration, or nil.
    public func api(_ identifier: String) -> APIRegistration? {
        apis.first { $0.clientID == identifier.lowercased() || $0.appIDURI.utf8.elementsEqual(identifier.utf8) }
    }

    /// The app with this client id, in its role as a client.
    ///
    /// - Parameter clientID: A client id.
    /// - Returns: A client, or an API that can ask for tokens itself, or nil.
    public func client(_ clientID: String) -> ClientRegistration? {
        let clientID = clientID.lowercased()
        return clients.first { $0.clientID == clientID }
            ?? apis.first { $0.clientID == clientID && $0.secret != nil }?.client
    }

    /// The user with this name, sign-in name, part of it before the `@`, or object id; letters compare as ASCII does.
    ///
    /// - Parameter name: What a person would type: `adele`, `Adele Vance`, `adele@contoso.onmicrosoft.com`.
    /// - Returns: The user, or nil when there is none or the name fits several.
    public func user(_ name: String) -> DirectoryUser? {
        let wanted = name.lowercased()
        let found = users.filter { user in
            let signIn = user.userPrincipalName.lowercased()
            return [signIn, user.name.lowercased(), user.objectID].contains(wanted) || signIn.hasPrefix(wanted + "@")
        }
        return found.count == 1 ? found.first : nil
    }

    /// The object id of an app's service principal: always the same for the same app; claim `oid` of app-only tokens.
    func servicePrincipalID(of client: ClientRegistration) -> String {
        GUID.derived(from: "service principal", tenantID, client.clientID)
    }
}

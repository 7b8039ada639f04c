// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension TenantDirectory {
    /// A small tenant that is ready for development: two APIs, a web app, a daemon, two users, and no real secret.
    public static let standard: TenantDirectory = {
        let domain = "contoso.onmicrosoft.com"
        let api = APIRegistration(
            name: "Functions API",
            clientID: "00001111-aaaa-2222-bbbb-3333cccc4444",
            secret: "local-api-secret",
            scopes: ["access_as_user", "profile.read"],
            appRoles: ["Task.Run"])
        let middleTier = APIRegistration(
            name: "Middle tier",
            clientID: "33334444-dddd-5555-eeee-6666ffff7777",
            secret: "local-middle-tier-secret",
            scopes: ["access_as_user"],
            permissions: [GrantedPermission(api: api.clientID, scopes: ["access_as_user"])])
        let webApp = ClientRegistration(
            name: "Web app",
            clientID: "11112222-bbbb-3333-cccc-4444dddd5555",
            secret: "local-web-app-secret",
            redirectURIs: [
                "http://localhost", "http://localhost/signin-oidc", "https://localhost:7001/signin-oidc",
            ],
            permissions: [
                GrantedPermission(api: api.clientID, scopes: ["access_as_user", "profile.read"]),
                GrantedPermission(api: middleTier.clientID, scopes: ["access_as_user"]),
            ])
        let daemon = ClientRegistration(
            name: "Daemon",
            clientID: "22223333-cccc-4444-dddd-5555eeee6666",
            secret: "local-daemon-secret",
            permissions: [GrantedPermission(api: api.clientID, roles: ["Task.Run"])])
        return TenantDirectory(
            tenantID: "aaaabbbb-0000-cccc-1111-dddd2222eeee",
            domain: domain,
            apis: [api, middleTier],
            clients: [webApp, daemon],
            users: [
                DirectoryUser(
                    objectID: "aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb", name: "Adele Vance",
                    userPrincipalName: "adele@\(domain)", password: "local-adele-password"),
                DirectoryUser(
                    objectID: "bbbbbbbb-1111-2222-3333-cccccccccccc", name: "Megan Bowen",
                    userPrincipalName: "megan@\(domain)", password: "local-megan-password"),
            ])
    }()
}

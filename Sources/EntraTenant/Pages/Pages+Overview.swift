// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Pages {
    /// `GET /`: what there is and how to ask for it, without any secret.
    static func overview(_ directory: TenantDirectory, baseURL: String) -> String {
        let apis = directory.apis.map { api in
            row(api.name, api.clientID, api.scopes.map { "\(api.appIDURI)/\($0)" } + api.appRoles.map { "role \($0)" })
        }
        let clients = directory.clients.map { client in
            row(client.name, client.clientID, client.redirectURIs)
        }
        let users = directory.users.map { row($0.name, $0.objectID, [$0.userPrincipalName]) }
        let tenant = "\(baseURL)/\(directory.tenantID)"
        return HTML.page(
            "Local tenant",
            """
            <h1>Local tenant \(HTML.escape(directory.domain))</h1>
            <p>An emulator of an Entra tenant for development. Secrets and passwords stand in its directory file.</p>
            <table>
            <tr><th>Authority</th><td><code>\(HTML.escape(tenant))</code></td></tr>
            <tr><th>Metadata</th><td><code>\(HTML.escape(tenant))/v2.0/.well-known/openid-configuration</code></td></tr>
            <tr><th>Token</th><td><code>\(HTML.escape(tenant))/oauth2/v2.0/token</code></td></tr>
            </table>
            <h2>APIs</h2><table><tr><th>Name</th><th>Client id</th><th>Scopes and app roles</th></tr>
            \(apis.joined(separator: "\n"))</table>
            <h2>Clients</h2><table><tr><th>Name</th><th>Client id</th><th>Redirect URIs</th></tr>
            \(clients.joined(separator: "\n"))</table>
            <h2>Users</h2><table><tr><th>Name</th><th>Object id</th><th>Sign-in name</th></tr>
            \(users.joined(separator: "\n"))</table>
            """)
    }

    private static func row(_ name: String, _ identifier: String, _ details: [String]) -> String {
        let details = details.map { "<code>\(HTML.escape($0))</code>" }.joined(separator: "<br>")
        let cells = [HTML.escape(name), "<code>\(HTML.escape(identifier))</code>", details]
        return "<tr>\(cells.map { "<td>\($0)</td>" }.joined())</tr>"
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

extension TenantDirectory {
    /// Reads a directory from JSON text, as ``json`` writes it.
    ///
    /// - Parameters:
    ///   - text: The whole text.
    ///   - file: The file's name, for messages.
    /// - Throws: ``TenantDirectoryError`` with every problem at once; nothing of the text is used then.
    public init(json text: [UInt8], file: String = "tenant.json") throws(TenantDirectoryError) {
        let root: JSONElement
        do {
            root = try JSONDocument(parsing: text).root
        } catch {
            throw TenantDirectoryError(
                file: file,
                problems: [.init(line: error.line, column: error.column, message: "not valid JSON: \(error.code)")])
        }
        var reader = DirectoryReader(root, at: "", allowing: ["tenantId", "domain", "apis", "clients", "users"])
        self.init(
            tenantID: reader.guid("tenantId"),
            domain: reader.text("domain"),
            apis: reader.objects("apis", APIRegistration.read),
            clients: reader.objects("clients", ClientRegistration.read),
            users: reader.objects("users", DirectoryUser.read))
        reader.add(references())
        guard reader.notes.isEmpty else {
            let locations = JSONLocations(validText: text)
            let problems = reader.notes.map { note in
                let (line, column) = locations.location(of: note.path)
                return TenantDirectoryError.Problem(line: line, column: column, message: note.message)
            }
            throw TenantDirectoryError(
                file: file, problems: problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
    }

    /// What is wrong between the parts: names used twice, permissions for what no API offers.
    private func references() -> [DirectoryReader.Note] {
        var notes: [DirectoryReader.Note] = []
        if apis.isEmpty { notes.append(("apis", "apis must hold at least one API")) }
        var seen: Set<String> = []
        for (kind, identifiers) in [
            ("apis", apis.map(\.clientID)), ("clients", clients.map(\.clientID)), ("users", users.map(\.objectID)),
        ] {
            for (index, identifier) in identifiers.enumerated() where !identifier.isEmpty {
                guard !seen.insert(identifier).inserted else { continue }
                let member = kind == "users" ? "objectId" : "clientId"
                notes.append(("\(kind)[\(index)].\(member)", "\(member) \(identifier) is used twice"))
            }
        }
        let holders =
            apis.enumerated().map { ("apis[\($0)]", $1.permissions) }
            + clients.enumerated().map { ("clients[\($0)]", $1.permissions) }
        for (holder, permissions) in holders {
            for (index, permission) in permissions.enumerated() where !permission.api.isEmpty {
                notes += problems(of: permission, at: "\(holder).permissions[\(index)]")
            }
        }
        return notes
    }

    private func problems(of permission: GrantedPermission, at path: String) -> [DirectoryReader.Note] {
        guard let api = apis.first(where: { $0.clientID == permission.api }) else {
            return [("\(path).api", "api \(permission.api) is not the clientId of an entry of apis")]
        }
        let scopes = permission.scopes.filter { !api.scopes.contains($0) }.map { scope in
            ("\(path).scopes", "\(scope) is not a scope of \(api.name)")
        }
        let roles = permission.roles.filter { !api.appRoles.contains($0) }.map { role in
            ("\(path).roles", "\(role) is not an app role of \(api.name)")
        }
        return scopes + roles
    }
}

extension APIRegistration {
    fileprivate static func read(_ element: JSONElement, at path: String) -> (Self, [DirectoryReader.Note]) {
        var reader = DirectoryReader(
            element, at: path,
            allowing: [
                "name", "clientId", "appIdUri", "secret", "scopes", "appRoles", "requestedAccessTokenVersion",
                "includeIdtyp", "permissions",
            ])
        let version = element["requestedAccessTokenVersion"]?.int64 ?? 2
        if element["requestedAccessTokenVersion"].map({ ![1, 2].contains($0.int64) }) == true {
            reader.note("requestedAccessTokenVersion", "must be 1 or 2")
        }
        let api = Self(
            name: reader.text("name"), clientID: reader.guid("clientId"), appIDURI: reader.optionalText("appIdUri"),
            secret: reader.optionalText("secret"), scopes: reader.names("scopes"), appRoles: reader.names("appRoles"),
            requestedAccessTokenVersion: version == 1 ? 1 : 2, includesTokenKind: reader.bool("includeIdtyp"),
            permissions: reader.objects("permissions", GrantedPermission.read))
        if api.appIDURI.hasSuffix("/") { reader.note("appIdUri", "must not end with a slash") }
        return (api, reader.notes)
    }
}

extension ClientRegistration {
    fileprivate static func read(_ element: JSONElement, at path: String) -> (Self, [DirectoryReader.Note]) {
        var reader = DirectoryReader(
            element, at: path, allowing: ["name", "clientId", "secret", "redirectUris", "permissions"])
        let client = Self(
            name: reader.text("name"), clientID: reader.guid("clientId"), secret: reader.optionalText("secret"),
            redirectURIs: reader.texts("redirectUris"),
            permissions: reader.objects("permissions", GrantedPermission.read))
        for uri in client.redirectURIs {
            guard let problem = RedirectURI.problem(registering: uri) else { continue }
            reader.note("redirectUris", "holds \"\(uri)\": \(problem)")
        }
        return (client, reader.notes)
    }
}

extension GrantedPermission {
    fileprivate static func read(_ element: JSONElement, at path: String) -> (Self, [DirectoryReader.Note]) {
        var reader = DirectoryReader(element, at: path, allowing: ["api", "scopes", "roles"])
        let permission = Self(
            api: reader.guid("api"), scopes: reader.names("scopes"), roles: reader.names("roles"))
        return (permission, reader.notes)
    }
}

extension DirectoryUser {
    fileprivate static func read(_ element: JSONElement, at path: String) -> (Self, [DirectoryReader.Note]) {
        var reader = DirectoryReader(
            element, at: path, allowing: ["objectId", "name", "userPrincipalName", "password"])
        let user = Self(
            objectID: reader.guid("objectId"), name: reader.text("name"),
            userPrincipalName: reader.text("userPrincipalName"), password: reader.text("password"))
        return (user, reader.notes)
    }
}

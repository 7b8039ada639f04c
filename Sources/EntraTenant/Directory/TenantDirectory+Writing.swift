// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

extension TenantDirectory {
    /// The directory as JSON that ``init(json:file:)`` reads.
    public var json: JSONValue {
        [
            "tenantId": .string(tenantID),
            "domain": .string(domain),
            "apis": .array(apis.map(\.json)),
            "clients": .array(clients.map(\.json)),
            "users": .array(users.map(\.json)),
        ]
    }
}

extension APIRegistration {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "name": .string(name),
            "clientId": .string(clientID),
            "appIdUri": .string(appIDURI),
            "scopes": .strings(scopes),
            "appRoles": .strings(appRoles),
            "requestedAccessTokenVersion": .integer(Int64(requestedAccessTokenVersion)),
            "includeIdtyp": .bool(includesTokenKind),
            "permissions": .array(permissions.map(\.json)),
        ]
        object["secret"] = secret.map(JSONValue.string)
        return .object(object)
    }
}

extension ClientRegistration {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["name": .string(name), "clientId": .string(clientID)]
        object["secret"] = secret.map(JSONValue.string)
        object["redirectUris"] = .strings(redirectURIs)
        object["permissions"] = .array(permissions.map(\.json))
        return .object(object)
    }
}

extension GrantedPermission {
    fileprivate var json: JSONValue {
        ["api": .string(api), "scopes": .strings(scopes), "roles": .strings(roles)]
    }
}

extension DirectoryUser {
    fileprivate var json: JSONValue {
        [
            "objectId": .string(objectID),
            "name": .string(name),
            "userPrincipalName": .string(userPrincipalName),
            "password": .string(password),
        ]
    }
}

extension JSONValue {
    static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// `X-MS-CLIENT-PRINCIPAL`, by which App Service and Static Web Apps tell who signed in (host contract §6.2).
enum ClientPrincipal {
    private static let nameType = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name"
    private static let roleType = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"
    private static let identifierType = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier"

    /// The identity in a header's value; nil when the value is none of the two forms.
    static func identity(_ value: String) -> JSONValue? {
        guard let data = Data(base64Encoded: value), let json = try? JSONValue(parsing: Array(data)) else { return nil }
        if let type = json["auth_typ"]?.string { return appService(json, type: type) }
        if let provider = json["identityProvider"]?.string { return staticWebApps(json, provider: provider) }
        return nil
    }

    private static func appService(_ json: JSONValue, type: String) -> JSONValue {
        let claims = (json["claims"]?.array ?? []).compactMap { claim in
            claim["typ"]?.string.map { (type: $0, value: claim["val"]?.string ?? "") }
        }
        return CallerIdentity.json(
            type: type, claims: claims, nameType: json["name_typ"]?.string ?? nameType,
            roleType: json["role_typ"]?.string ?? roleType)
    }

    private static func staticWebApps(_ json: JSONValue, provider: String) -> JSONValue {
        var claims: [(type: String, value: String)] = []
        if let id = json["userId"]?.string { claims.append((identifierType, id)) }
        if let name = json["userDetails"]?.string { claims.append((nameType, name)) }
        for role in json["userRoles"]?.array ?? [] {
            if let role = role.string { claims.append((roleType, role)) }
        }
        return CallerIdentity.json(type: provider, claims: claims, nameType: nameType, roleType: roleType)
    }
}

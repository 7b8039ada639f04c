// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A caller's identity, as Newtonsoft prints it (host contract §7.2, §6.2).
enum CallerIdentity {
    private static let claimRoot = "http://schemas.microsoft.com/2017/07/functions/claims/"

    private static let unchecked = made(.unchecked)

    /// The host's own identity: what the caller's key allows, and its name.
    static func json(_ caller: Caller) -> JSONValue { caller == .unchecked ? unchecked : made(caller) }

    private static func made(_ caller: Caller) -> JSONValue {
        var claims = [(type: claimRoot + "authlevel", value: caller.level.rawValue)]
        if let name = caller.keyName { claims.append((claimRoot + "keyid", name)) }
        return json(
            type: "WebJobsAuthLevel", claims: claims,
            nameType: "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
            roleType: "http://schemas.microsoft.com/ws/2008/06/identity/claims/role")
    }

    /// A `ClaimsIdentity` with these claims; its name is the first claim of the name's type.
    static func json(
        type: String, claims: [(type: String, value: String)], nameType: String, roleType: String
    ) -> JSONValue {
        [
            "AuthenticationType": .string(type),
            "IsAuthenticated": .bool(!type.isEmpty),
            "Actor": nil,
            "BootstrapContext": nil,
            "Claims": .array(claims.map(claim)),
            "Label": nil,
            "Name": claims.first { $0.type == nameType }.map { .string($0.value) } ?? .null,
            "NameClaimType": .string(nameType),
            "RoleClaimType": .string(roleType),
        ]
    }

    private static func claim(type: String, value: String) -> JSONValue {
        [
            "Issuer": "LOCAL AUTHORITY",
            "OriginalIssuer": "LOCAL AUTHORITY",
            "Properties": [:],
            "Type": .string(type),
            "Value": .string(value),
            "ValueType": "http://www.w3.org/2001/XMLSchema#string",
        ]
    }
}

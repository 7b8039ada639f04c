// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra
import EntraAuth
import StrictJSON

/// Who the caller is, as this API sees it.
func identity(_ entra: EntraID) -> Blueprint {
    Blueprint(authLevel: .anonymous) {
        HTTPFunction("auth-test", methods: [.get], guardedBy: entra.scope("access_as_user")) { _, principal, context in
            context.logger.info("The caller is authorized.", metadata: ["user.oid": "\(principal.objectID)"])
            return .json(["message": "Test successful", "user": .string(principal.name ?? "unknown")] as JSONValue)
        }

        HTTPFunction("whoami", methods: [.get], guardedBy: entra.scope("access_as_user")) { _, principal, _ in
            .json(description(of: principal))
        }
    }
}

private func description(of principal: Principal) -> JSONValue {
    [
        "tenantId": .string(principal.tenantID.description),
        "objectId": .string(principal.objectID),
        "clientId": .string(principal.clientID),
        "name": principal.name.map(JSONValue.string) ?? .null,
        "username": principal.preferredUsername.map(JSONValue.string) ?? .null,
        "scopes": .array(principal.scopes.map(JSONValue.string)),
        "roles": .array(principal.roles.map(JSONValue.string)),
        "expiresAt": .integer(principal.expiry),
    ]
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// AUTHZ: app roles (access-token-claims-reference.md, `roles`).
extension HostileToken {
    static let roles: [HostileToken] = [
        HostileToken("AUTHZ-22", "roles a string", .claimInvalid, on: .appRole) {
            var claims = try $0.applicationClaims(roles: [])
            claims["roles"] = .string($0.role)
            return try $0.token(claims)
        },
        HostileToken("AUTHZ-23/1", "a digit behind the role", .insufficientRole, on: .appRole) {
            try $0.token($0.applicationClaims(roles: [$0.role + "2"]))
        },
        HostileToken("AUTHZ-23/2", "the role in another case", .insufficientRole, on: .appRole) {
            let lower = $0.role.lowercased()
            return try $0.token($0.applicationClaims(roles: [lower == $0.role ? $0.role.uppercased() : lower]))
        },
        HostileToken("AUTHZ-31/1", "a directory role instead of the app role", .insufficientRole, on: .userRole) {
            try $0.token("wids", ["62e90394-69f5-4237-9190-012177145e10"])
        },
        HostileToken("AUTHZ-31/2", "a group named like the app role", .insufficientRole, on: .userRole) {
            try $0.token("groups", [.string($0.role)])
        },
    ]
}

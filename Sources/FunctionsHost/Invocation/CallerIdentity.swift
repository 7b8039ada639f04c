// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The host's own identity of a caller, as Newtonsoft prints it (host contract §7.2, §6.2).
enum CallerIdentity {
    static func json(level: String) -> JSONValue {
        [
            "AuthenticationType": "WebJobsAuthLevel",
            "IsAuthenticated": true,
            "Actor": nil,
            "BootstrapContext": nil,
            "Claims": [
                [
                    "Issuer": "LOCAL AUTHORITY",
                    "OriginalIssuer": "LOCAL AUTHORITY",
                    "Properties": [:],
                    "Type": "http://schemas.microsoft.com/2017/07/functions/claims/authlevel",
                    "Value": .string(level),
                    "ValueType": "http://www.w3.org/2001/XMLSchema#string",
                ]
            ],
            "Label": nil,
            "Name": nil,
            "NameClaimType": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
            "RoleClaimType": "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        ]
    }
}

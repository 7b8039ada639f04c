// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a wrong audience usually means, for operators.
enum AudienceDiagnosis {
    static func text(for audience: ArraySlice<UInt8>) -> String {
        if isEqual(audience, "00000003-0000-0000-c000-000000000000") || isEqual(audience, "https://graph.microsoft.com")
        {
            return "This is a Microsoft Graph token: the client must request a scope of this API instead."
        }
        if audience.starts(with: "api://".utf8) {
            return "The audience is an App ID URI (api://…), as in v1.0 tokens: configure it, or set "
                + "requestedAccessTokenVersion to 2."
        }
        return "The token is for another API."
    }
}

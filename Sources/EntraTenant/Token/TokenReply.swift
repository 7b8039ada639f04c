// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A successful answer of the token endpoint, in Entra's shape (RFC 6749 §5.1).
struct TokenReply: Sendable {
    let accessToken: MintedToken
    /// Full scope names; nil for app-only tokens, whose answer has no `scope`.
    var scope: String?
    var idToken: String?
    var refreshToken: String?
    var clientInfo: String?

    var body: JSONValue {
        var object: JSONObject = ["token_type": "Bearer"]
        object["scope"] = scope.map(JSONValue.string)
        object["expires_in"] = .integer(accessToken.expiresIn)
        object["ext_expires_in"] = .integer(accessToken.expiresIn)
        object["access_token"] = .string(accessToken.compact)
        object["refresh_token"] = refreshToken.map(JSONValue.string)
        object["id_token"] = idToken.map(JSONValue.string)
        object["client_info"] = clientInfo.map(JSONValue.string)
        return .object(object)
    }

    /// Who signed in, in the form in which MSAL keys its cache.
    static func clientInfo(of user: DirectoryUser, in directory: TenantDirectory) -> String {
        let value: JSONValue = ["uid": .string(user.objectID), "utid": .string(directory.tenantID)]
        return Base64URL.encode(value.serialized())
    }
}

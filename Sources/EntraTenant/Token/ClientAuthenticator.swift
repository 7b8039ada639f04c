// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import HTTPTypes

/// Finds out which app asks, by `client_secret_post` or `client_secret_basic` (RFC 6749 §2.3.1).
struct ClientAuthenticator: Sendable {
    let directory: TenantDirectory

    /// The app of a token request.
    ///
    /// - Throws: What RFC 6749 §5.2 asks for: `invalid_client` with 401 for a wrong or missing secret.
    func authenticate(_ parameters: FormParameters, _ headers: HTTPFields) throws(OAuthError) -> ClientRegistration {
        let basic = try basicCredentials(headers)
        if basic != nil, parameters["client_secret"] != nil {
            throw OAuthError(
                "invalid_request", 90_014, "Send the client secret in the header or in the body, not in both.")
        }
        if let basic, let sent = parameters["client_id"], sent.lowercased() != basic.id.lowercased() {
            throw OAuthError("invalid_request", 90_014, "client_id differs from the one in the header.")
        }
        guard let clientID = basic?.id ?? parameters["client_id"] else { throw .missing("client_id") }
        guard let client = directory.client(clientID) else {
            throw OAuthError(
                "unauthorized_client", 700_016,
                "Application with identifier '\(Trace.printable(clientID))' was not found in the directory "
                    + "'\(directory.domain)'.")
        }
        try verify(basic?.secret ?? parameters["client_secret"], of: client)
        return client
    }

    private func verify(_ sent: String?, of client: ClientRegistration) throws(OAuthError) {
        switch (client.secret, sent) {
        case (nil, nil): return
        case (nil, _?):
            throw OAuthError(
                "invalid_client", 700_025,
                "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
                status: .unauthorized)
        case (_?, nil):
            throw OAuthError(
                "invalid_client", 7_000_218,
                "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
                status: .unauthorized)
        case (let secret?, let sent?):
            guard ConstantTime.equal(secret, sent) else {
                throw OAuthError(
                    "invalid_client", 7_000_215,
                    "Invalid client secret provided for app '\(client.clientID)'. The directory file has the secret.",
                    status: .unauthorized)
            }
        }
    }

    private func basicCredentials(_ headers: HTTPFields) throws(OAuthError) -> (id: String, secret: String)? {
        guard let header = headers[.authorization] else { return nil }
        let parts = header.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "basic", let data = Data(base64Encoded: String(parts[1])),
            let cut = data.firstIndex(of: UInt8(ascii: ":")),
            let id = PercentCoding.decode(data[..<cut], plusIsSpace: true),
            let secret = PercentCoding.decode(data[cut...].dropFirst(), plusIsSpace: true)
        else {
            throw OAuthError(
                "invalid_client", 7_000_218, "The Authorization header is not Basic client credentials.",
                status: .unauthorized)
        }
        return (id, secret)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where the answers to an authorization request go, once client and URI are known to belong together.
struct ReplyAddress: Sendable {
    let client: ClientRegistration
    let redirectURI: String
    let mode: ResponseMode
    let state: String?

    /// - Throws: A refusal that must be shown to the person and never be sent to the URI (RFC 6749 §4.1.2.1).
    init(_ parameters: FormParameters, in directory: TenantDirectory) throws(OAuthError) {
        guard let clientID = parameters["client_id"] else { throw .missing("client_id") }
        guard let client = directory.client(clientID) else {
            throw OAuthError(
                "unauthorized_client", 700_016,
                "Application with identifier '\(Trace.printable(clientID))' was not found in the directory "
                    + "'\(directory.domain)'.")
        }
        guard let redirectURI = parameters["redirect_uri"] else { throw .missing("redirect_uri") }
        guard let requested = RedirectURI(redirectURI),
            client.redirectURIs.compactMap(RedirectURI.init).contains(where: { $0.matches(requested) })
        else {
            throw OAuthError(
                "invalid_request", 50_011,
                "The redirect URI '\(Trace.printable(redirectURI))' specified in the request does not match the "
                    + "redirect URIs configured for the application '\(client.clientID)'. Add it to redirectUris in "
                    + "the directory file.")
        }
        self.client = client
        self.redirectURI = redirectURI
        state = parameters["state"]
        let carriesToken = parameters["response_type"]?.split(separator: " ").contains("id_token") == true
        let standard = carriesToken ? ResponseMode.fragment : .query
        guard let asked = parameters["response_mode"] else {
            mode = standard
            return
        }
        // Tokens never travel in a query, so an error about such a request takes the safe way too.
        let mode = ResponseMode(rawValue: asked) ?? standard
        self.mode = carriesToken && mode == .query ? .fragment : mode
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import StrictJSON

extension TokenMint {
    /// The client id of Microsoft Graph, the API behind sign-in scopes.
    static let graphClientID = "00000003-0000-0000-c000-000000000000"

    /// Makes the access token that comes with a sign-in without an API: one for Microsoft Graph, which nobody else can
    /// verify because the header that was signed holds the hash of `nonce` and the header that is sent holds `nonce`.
    func graphToken(user: DirectoryUser, client: ClientRegistration, scopes: [String]) throws -> MintedToken {
        let graph = APIRegistration(name: "Microsoft Graph", clientID: Self.graphClientID, scopes: scopes)
        let delegated = try accessToken(user: user, client: client, api: graph, scopes: scopes)
        let nonce = random.handle()
        let hash = Base64URL.encode(SHA256.hash(data: Array(nonce.utf8)))
        let parts = delegated.compact.split(separator: ".").map(String.init)
        guard parts.count == 3, let claims = Base64URL.decode(parts[1].utf8) else { return delegated }
        func header(_ nonce: String) -> JSONValue {
            ["typ": "JWT", "nonce": .string(nonce), "alg": "RS256", "kid": .string(keys.current.keyID)]
        }
        let signed = try TokenSigner.sign(header: header(hash).serialized(), payload: claims, key: keys.current)
        let signature = signed.split(separator: ".").last.map(String.init) ?? ""
        let sent = Base64URL.encode(header(nonce).serialized())
        return MintedToken(
            compact: "\(sent).\(parts[1]).\(signature)", expiresAt: delegated.expiresAt,
            expiresIn: delegated.expiresIn)
    }
}

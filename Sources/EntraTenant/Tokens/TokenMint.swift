// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import StrictJSON

/// Makes tokens with the claims that Entra puts into them (access-token-claims-reference.md).
///
/// It needs no running server: the base URL is that of the tenant's endpoint, as ``TenantState/loadEndpoint()`` knows it.
public struct TokenMint: Sendable {
    /// The tenant's registrations and users.
    public let directory: TenantDirectory
    /// The signing keys.
    public let keys: TenantKeys
    /// Scheme, host and port of the tenant, without a slash at the end.
    public let baseURL: String
    let clock: WallClock
    let random: RandomSource

    /// Creates a mint.
    ///
    /// - Parameters:
    ///   - directory: The tenant's registrations and users.
    ///   - keys: The signing keys.
    ///   - baseURL: Scheme, host and port of the tenant, without a slash at the end.
    ///   - clock: The time of day.
    ///   - random: The source of token ids and of token life.
    public init(
        directory: TenantDirectory, keys: TenantKeys, baseURL: String, clock: WallClock = .system,
        random: RandomSource = .system
    ) {
        self.directory = directory
        self.keys = keys
        self.baseURL = baseURL
        self.clock = clock
        self.random = random
    }

    /// The claim `iss` of v2.0 tokens.
    public var issuer: String { "\(baseURL)/\(directory.tenantID)/v2.0" }

    /// The claim `iss` of v1.0 tokens; the tenant stands in for `sts.windows.net`.
    public var version1Issuer: String { "\(baseURL)/\(directory.tenantID)/" }

    /// Makes a delegated access token.
    ///
    /// - Parameters:
    ///   - user: Who signed in.
    ///   - client: The app that asked; claims `azp` and `azpacr`.
    ///   - api: The API for which the token is; its registration decides the format.
    ///   - scopes: Short scope names, claim `scp`.
    /// - Returns: The token, valid for 60 to 90 minutes.
    /// - Throws: What ``SigningKey/signature(of:)`` throws.
    public func accessToken(
        user: DirectoryUser, client: ClientRegistration, api: APIRegistration, scopes: [String]
    ) throws -> MintedToken {
        let life = drawLife()
        var claims = accessClaims(client: client, api: api, life: life)
        claims["name"] = .string(user.name)
        claims["oid"] = .string(user.objectID)
        if api.requestedAccessTokenVersion == 1 {
            claims["unique_name"] = .string(user.userPrincipalName)
            claims["upn"] = .string(user.userPrincipalName)
        } else {
            claims["preferred_username"] = .string(user.userPrincipalName)
        }
        claims["scp"] = .string(scopes.joined(separator: " "))
        claims["sub"] = .string(pairwiseSubject(of: user, for: api.clientID))
        return try sign(claims, life: life, version: api.requestedAccessTokenVersion)
    }

    /// Makes an app-only access token.
    ///
    /// - Parameters:
    ///   - client: The app that asked.
    ///   - api: The API for which the token is.
    ///   - roles: The app roles that the app holds; the claim is left out when there are none, as in Entra.
    /// - Returns: The token, valid for 60 to 90 minutes.
    /// - Throws: What ``SigningKey/signature(of:)`` throws.
    public func appToken(client: ClientRegistration, api: APIRegistration, roles: [String]) throws -> MintedToken {
        let life = drawLife()
        let principal = directory.servicePrincipalID(of: client)
        var claims = accessClaims(client: client, api: api, life: life)
        if api.includesTokenKind { claims["idtyp"] = "app" }
        claims["oid"] = .string(principal)
        if !roles.isEmpty { claims["roles"] = .strings(roles) }
        claims["sub"] = .string(principal)
        return try sign(claims, life: life, version: api.requestedAccessTokenVersion)
    }

    /// Makes an ID token (id-token-claims-reference.md).
    ///
    /// - Parameters:
    ///   - user: Who signed in.
    ///   - client: The app for which the token is.
    ///   - nonce: The request's `nonce`, nil when it had none.
    ///   - includesProfile: Whether the scope `profile` was granted; without it there is no name and no `oid`.
    ///   - code: The authorization code beside which it is sent, for `c_hash` (OpenID Connect Core §3.3.2.11).
    /// - Returns: The token, valid for an hour and five minutes from its `iat`.
    /// - Throws: What ``SigningKey/signature(of:)`` throws.
    public func idToken(
        user: DirectoryUser, client: ClientRegistration, nonce: String?, includesProfile: Bool = true,
        code: String? = nil
    ) throws -> MintedToken {
        let life: Int64 = 3_600
        var claims = commonClaims(audience: client.clientID, issuer: issuer, life: life)
        claims["aio"] = nil
        if let code { claims["c_hash"] = .string(Base64URL.encode(SHA256.hash(data: Array(code.utf8)).prefix(16))) }
        if includesProfile {
            claims["name"] = .string(user.name)
            claims["oid"] = .string(user.objectID)
            claims["preferred_username"] = .string(user.userPrincipalName)
        }
        claims["nonce"] = nonce.map(JSONValue.string)
        claims["sub"] = .string(pairwiseSubject(of: user, for: client.clientID))
        claims["ver"] = "2.0"
        return try sign(claims, life: life, version: 2)
    }

    private func accessClaims(client: ClientRegistration, api: APIRegistration, life: Int64) -> JSONObject {
        let isVersion1 = api.requestedAccessTokenVersion == 1
        var claims = commonClaims(
            audience: api.audience, issuer: isVersion1 ? version1Issuer : issuer, life: life)
        claims[isVersion1 ? "appid" : "azp"] = .string(client.clientID)
        claims[isVersion1 ? "appidacr" : "azpacr"] = .string(client.authenticationClass)
        claims["ver"] = isVersion1 ? "1.0" : "2.0"
        return claims
    }

    /// Entra dates tokens five minutes back, so that a slightly slow clock accepts them.
    private func commonClaims(audience: String, issuer: String, life: Int64) -> JSONObject {
        let now = clock.now
        return [
            "aud": .string(audience),
            "iss": .string(issuer),
            "iat": .integer(now - 300),
            "nbf": .integer(now - 300),
            "exp": .integer(now + life),
            "aio": .string(Base64URL.encode(random.bytes(48))),
            "rh": .string("1.\(Base64URL.encode(random.bytes(24)))."),
            "tid": .string(directory.tenantID),
            "uti": .string(Base64URL.encode(random.bytes(16))),
        ]
    }

    func sign(_ claims: JSONObject, life: Int64, version: Int) throws -> MintedToken {
        var header: JSONObject = ["typ": "JWT", "alg": "RS256", "kid": .string(keys.current.keyID)]
        if version == 1 { header["x5t"] = .string(keys.current.keyID) }
        let compact = try TokenSigner.sign(header: .object(header), payload: .object(claims), key: keys.current)
        return MintedToken(compact: compact, expiresAt: claims["exp"]?.int64 ?? 0, expiresIn: life)
    }

    /// Access tokens live 60 to 90 minutes, drawn at random (access-tokens.md).
    func drawLife() -> Int64 { random.integer(in: 3_600...5_400) }

    /// The same user is another `sub` for every app.
    func pairwiseSubject(of user: DirectoryUser, for clientID: String) -> String {
        let text = "subject\u{0}\(directory.tenantID)\u{0}\(clientID)\u{0}\(user.objectID)"
        return Base64URL.encode(SHA256.hash(data: Array(text.utf8)))
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra
import Crypto
import CryptoExtras
import EntraAuth
import EntraAuthClient
import FoundationEssentials
import Logging
import StrictJSON

/// A tenant with one key, whose documents come from memory, and which signs tokens.
struct SampleTenant: DocumentTransport {
    static let tenantID = "aaaabbbb-0000-cccc-1111-dddd2222eeee"
    static let clientID = "00001111-aaaa-2222-bbbb-3333cccc4444"
    private static let origin = "https://login.microsoftonline.com"
    private static let key = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    /// Whether documents can be fetched.
    var isReachable = true

    func entra(
        _ settings: AppSettings, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) -> EntraID {
        EntraID(settings: settings, logger: logger) { _ throws(FetchError) in self }
    }

    func entra(with changes: [String: String] = [:]) -> EntraID {
        let values = ["AzureAd__TenantId": Self.tenantID, "AzureAd__ClientId": Self.clientID]
        return entra(AppSettings(values.merging(changes) { $1 }))
    }

    func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        guard isReachable else { throw FetchError(.connection, "\(url) cannot be reached.") }
        if url.hasSuffix("/openid-configuration") {
            return document([
                "issuer": .string("\(Self.origin)/\(Self.tenantID)/v2.0"),
                "jwks_uri": .string("\(Self.origin)/\(Self.tenantID)/discovery/v2.0/keys"),
            ])
        }
        guard let key = try? Self.key.get().publicKey.getKeyPrimitives() else {
            throw FetchError(.malformed, "There is no key.")
        }
        return document([
            "keys": [
                [
                    "kty": "RSA", "use": "sig", "kid": "key-1", "n": .string(Self.base64url(key.modulus)),
                    "e": .string(Self.base64url(key.publicExponent)),
                ]
            ]
        ])
    }

    /// `Bearer` and a user's access token.
    func bearer(_ changes: JSONObject = [:], keyID: String = "key-1", age: Int64 = 0) throws -> String {
        let now = Int64(Date().timeIntervalSince1970) - age
        var claims: JSONObject = [
            "aud": .string(Self.clientID), "iss": .string("\(Self.origin)/\(Self.tenantID)/v2.0"),
            "iat": .integer(now), "nbf": .integer(now), "exp": .integer(now + 3_600), "tid": .string(Self.tenantID),
            "ver": "2.0", "oid": "oid-of-ada", "sub": "sub-of-ada", "azp": "client-of-ada", "name": "Ada",
            "scp": "access_as_user other",
        ]
        for member in changes { claims[member.name] = member.value }
        let header: JSONValue = ["typ": "JWT", "alg": "RS256", "kid": .string(keyID)]
        let input = [header, .object(claims)].map { Self.base64url($0.serialized()) }.joined(separator: ".")
        let signature = try Self.key.get().signature(
            for: SHA256.hash(data: Data(input.utf8)), padding: .insecurePKCS1v1_5)
        return "Bearer \(input).\(Self.base64url(signature.rawRepresentation))"
    }

    private func document(_ json: JSONValue) -> FetchedDocument {
        FetchedDocument(status: 200, contentType: "application/json", body: json.serialized())
    }

    private static func base64url(_ bytes: some Sequence<UInt8>) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { character in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }
}

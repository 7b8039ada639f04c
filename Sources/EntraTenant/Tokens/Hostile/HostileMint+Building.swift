// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// How hostile tokens are put together from a good one.
extension HostileMint {
    typealias Change = (inout JSONObject) -> Void

    /// The good header.
    var header: JSONObject { ["typ": "JWT", "alg": "RS256", "kid": .string(key.keyID)] }

    /// The claims of a good user token.
    func claims() throws -> JSONObject {
        try decode(mint.accessToken(user: user, client: client, api: api, scopes: [scope]))
    }

    /// The claims of a good application token, with `idtyp`.
    func applicationClaims(roles: [String]) throws -> JSONObject {
        var claims = try decode(mint.appToken(client: client, api: api, roles: roles))
        claims["idtyp"] = "app"
        return claims
    }

    private func decode(_ token: MintedToken) throws -> JSONObject {
        let payload = Base64URL.decode(TokenParts(token.compact).payload.utf8) ?? []
        return try JSONValue(parsing: payload).object ?? [:]
    }

    /// A token with changes to the good header and claims, signed over what results.
    func token(by key: SigningKey? = nil, header change: Change = { _ in }, payload: Change = { _ in }) throws -> String
    {
        var claims = try claims()
        payload(&claims)
        return try token(claims, by: key, header: change)
    }

    /// A token of these claims.
    func token(_ claims: JSONObject, by key: SigningKey? = nil, header change: Change = { _ in }) throws -> String {
        var header = header
        change(&header)
        return try TokenSigner.sign(header: .object(header), payload: .object(claims), key: key ?? self.key)
    }

    /// A user token with one claim set, or with none of it.
    func token(_ name: String, _ value: JSONValue?) throws -> String { try token(payload: { $0[name] = value }) }

    /// The parts of a good token.
    func parts() throws -> TokenParts { TokenParts(try token()) }

    /// A token whose header is this text.
    func token(headerText: String) throws -> String { try token(headerBytes: Array(headerText.utf8)) }

    /// A token whose header is these bytes.
    func token(headerBytes: [UInt8]) throws -> String {
        try TokenSigner.sign(header: headerBytes, payload: JSONValue.object(claims()).serialized(), key: key)
    }

    /// A token whose payload is this text.
    func token(payloadText: String) throws -> String { try token(payloadBytes: Array(payloadText.utf8)) }

    /// A token whose payload is these bytes.
    func token(payloadBytes: [UInt8]) throws -> String {
        try TokenSigner.sign(header: JSONValue.object(header).serialized(), payload: payloadBytes, key: key)
    }

    /// The good header with raw members added.
    func token(headerMembers: String) throws -> String {
        try token(headerText: Self.text(header).dropLast() + ",\(headerMembers)}")
    }

    /// The good claims, less some, with raw members added.
    func token(payloadMembers: String, without names: [String] = []) throws -> String {
        try token(payloadText: claimsText(without: names).dropLast() + ",\(payloadMembers)}")
    }

    /// The good claims as text.
    func claimsText(without names: [String] = []) throws -> String {
        var claims = try claims()
        for name in names { claims[name] = nil }
        return Self.text(claims)
    }

    /// The good claims under a header, with a signature made otherwise over the signing input.
    func token(header change: Change = { _ in }, signature: ([UInt8]) throws -> [UInt8]) throws -> String {
        var header = header
        change(&header)
        let input = "\(Self.encode(Self.text(header))).\(Self.encode(try claimsText()))"
        return "\(input).\(Base64URL.encode(try signature(Array(input.utf8))))"
    }

    /// Two segments as they stand, signed.
    func sealed(_ header: String, _ payload: String) throws -> String {
        let input = "\(header).\(payload)"
        return "\(input).\(Base64URL.encode(try key.signature(of: Array(input.utf8))))"
    }

    static func encode(_ text: String) -> String { Base64URL.encode(text.utf8) }

    static func text(_ object: JSONObject) -> String {
        String(decoding: JSONValue.object(object).serialized(), as: UTF8.self)
    }
}

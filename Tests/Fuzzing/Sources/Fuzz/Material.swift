// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras
import EntraAuth
import Foundation
import StrictJSON

/// A key of this run, what it has signed, and documents that publish it.
struct Material: Sendable {
    static let now: Int64 = 1_800_000_000
    static let tenant = "11111111-1111-4111-8111-111111111111"
    static let api = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
    static let issuer = "https://login.microsoftonline.com/\(tenant)/v2.0"
    private static let dot = UInt8(ascii: ".")
    static let policy = AuthorizationPolicy.scope("access_as_user")

    let header = Array(#"{"typ":"JWT","alg":"RS256","kid":"k1"}"#.utf8)
    let payload: [UInt8]
    let metadata: [UInt8]
    let keySet: [UInt8]
    let token: [UInt8]
    let validator: TokenValidator
    private let key: _RSA.Signing.PrivateKey

    init() throws {
        key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        payload = Array(
            """
            {"aud":"\(Self.api)","iss":"\(Self.issuer)","iat":\(Self.now - 300),"nbf":\(Self.now - 300),\
            "exp":\(Self.now + 3_600),"azp":"c1c1c1c1-c1c1-4c1c-8c1c-c1c1c1c1c1c1","azpacr":"1",\
            "oid":"0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b","sub":"s1","tid":"\(Self.tenant)","scp":"access_as_user",\
            "roles":["r"],"ver":"2.0"}
            """.utf8)
        metadata = Array(
            """
            {"issuer":"\(Self.issuer)","cloud_instance_name":"microsoftonline.com",\
            "jwks_uri":"https://login.microsoftonline.com/\(Self.tenant)/discovery/v2.0/keys"}
            """.utf8)
        let modulus = String(decoding: Self.encode(Array(try key.publicKey.getKeyPrimitives().modulus)), as: UTF8.self)
        keySet = Array(
            """
            {"keys":[{"kty":"RSA","use":"sig","kid":"k1","n":"\(modulus)","e":"AQAB","x5c":["MIIC"],\
            "issuer":"https://login.microsoftonline.com/{tenantid}/v2.0","cloud_instance_name":"microsoftonline.com"}]}
            """.utf8)
        token = try Self.sign(header, payload, key)
        validator = try Self.validator(metadata: metadata, keySet: keySet)
    }

    /// A token over these texts, signed.
    func signed(payload: some Sequence<UInt8>) throws -> [UInt8] { try Self.sign(header, Array(payload), key) }

    /// A token over these texts with the signature of the good one.
    func unsigned(header: some Sequence<UInt8>, payload: some Sequence<UInt8>) -> [UInt8] {
        let signature = token[(token.lastIndex(of: Self.dot) ?? 0)...]
        return Self.encode(Array(header)) + [Self.dot] + Self.encode(Array(payload)) + signature
    }

    /// A token over this payload with a signature too short to be compared, which spares RSA where claims are the matter.
    func unsigned(payload: some Sequence<UInt8>) -> [UInt8] {
        Self.encode(header) + [Self.dot] + Self.encode(Array(payload)) + [Self.dot] + Array("AAAA".utf8)
    }

    /// A validator with a store of its own.
    static func validator(metadata: [UInt8], keySet: [UInt8]) throws -> TokenValidator {
        guard let id = TenantID(tenant) else { throw FetchError(.malformed, "no tenant") }
        let configuration = ValidatorConfiguration(authority: .global, tenants: .single(id), audiences: [api])
        let store = KeyStore(
            authority: .global, tenants: .single(id), transport: Documents(metadata: metadata, keySet: keySet),
            time: StandingClock())
        return TokenValidator(configuration: configuration, keys: store, time: StandingClock())
    }

    /// base64url.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count / 3 * 4 + 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let bits = part.reduce(0) { $0 << 8 | Int($1) } << (24 - 8 * part.count)
            for place in 0...part.count { encoded.append(letters[bits >> (18 - 6 * place) & 63]) }
        }
        return encoded
    }

    private static func sign(_ header: [UInt8], _ payload: [UInt8], _ key: _RSA.Signing.PrivateKey) throws -> [UInt8] {
        let input = encode(header) + [dot] + encode(payload)
        let signature = try key.signature(for: SHA256.hash(data: input), padding: .insecurePKCS1v1_5).rawRepresentation
        return input + [dot] + encode(Array(signature))
    }
}

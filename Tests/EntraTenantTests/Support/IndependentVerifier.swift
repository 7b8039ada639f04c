// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import JWTKit
import StrictJSON

/// Verifies tokens with jwt-kit, from nothing but the published key set.
enum IndependentVerifier {
    private struct Anything: JWTPayload {
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }

    /// The claims of a token whose signature is good; throws for any other token.
    static func claims(of token: String, keySet: JSONValue) async throws -> JSONValue {
        let keys = JWTKeyCollection()
        for key in keySet["keys"]?.array ?? [] {
            guard let modulus = key["n"]?.string, let exponent = key["e"]?.string, let kid = key["kid"]?.string else {
                continue
            }
            await keys.add(
                rsa: try Insecure.RSA.PublicKey(modulus: modulus, exponent: exponent), digestAlgorithm: .sha256,
                kid: JWKIdentifier(string: kid))
        }
        _ = try await keys.verify(token, as: Anything.self)
        return try parts(of: token).claims
    }

    /// Header and claims without any check.
    static func parts(of token: String) throws -> (header: JSONValue, claims: JSONValue) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw Malformed() }
        return (try JSONValue(parsing: decode(parts[0])), try JSONValue(parsing: decode(parts[1])))
    }

    static func decode(_ text: Substring) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        for byte in text.utf8 {
            guard let value = alphabet.firstIndex(of: byte) else { throw Malformed() }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    struct Malformed: Error {}
}

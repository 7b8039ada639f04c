// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// The core of every token: a header, a payload and a key become a compact JWS (RFC 7515 §7.1), whatever they say.
public enum TokenSigner {
    /// Signs a header and a payload as they are.
    ///
    /// - Parameters:
    ///   - header: The JOSE header; written as given, also where it lies about the key.
    ///   - payload: The claims; written as given.
    ///   - key: The key that signs.
    /// - Returns: The compact token.
    /// - Throws: What ``SigningKey/signature(of:)`` throws.
    public static func sign(header: JSONValue, payload: JSONValue, key: SigningKey) throws -> String {
        try sign(header: header.serialized(), payload: payload.serialized(), key: key)
    }

    /// Signs literal bytes, for texts that no JSON writer would produce.
    ///
    /// - Parameters:
    ///   - header: The bytes of the header.
    ///   - payload: The bytes of the payload.
    ///   - key: The key that signs.
    /// - Returns: The compact token.
    /// - Throws: What ``SigningKey/signature(of:)`` throws.
    public static func sign(header: [UInt8], payload: [UInt8], key: SigningKey) throws -> String {
        let input = "\(Base64URL.encode(header)).\(Base64URL.encode(payload))"
        return "\(input).\(Base64URL.encode(try key.signature(of: Array(input.utf8))))"
    }
}

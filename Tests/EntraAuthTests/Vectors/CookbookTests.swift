// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@testable import EntraAuth

@Suite("JOSE cookbook (RFC 7520)")
struct CookbookTests {
    @Test("The RS256 example is accepted at the JWS layer")
    func rsa() throws {
        guard let file = try VectorFile.read("jose-cookbook/4_1.rsa_v15_signature.json") else { return }
        let token = try #require(file["output"]?["compact"]?.string)
        var key = try #require(file["input"]?["key"]?.object)
        // A published private key is refused first; without its private part it is the public key.
        #expect(Signatures.signingKey(.object(key)) == nil)
        for name in ["d", "p", "q", "dp", "dq", "qi"] { key[name] = nil }
        #expect(Signatures.code(token, key: .object(key)) == nil)
        #expect(Signatures.code(String(token.dropLast(2)) + "AA", key: .object(key)) != nil)
    }

    @Test(
        "Every other example is refused",
        arguments: [
            "4_2.rsa-pss_signature", "4_3.ecdsa_signature", "4_4.hmac-sha2_integrity_protection",
            "4_5.signature_with_detached_content", "4_6.protecting_specific_header_fields",
            "4_7.protecting_content_only", "4_8.multiple_signatures", "4.2.hmac-sha2_b64_false",
            "6.nesting_signatures_and_encryption",
        ])
    func others(name: String) throws {
        guard let file = try VectorFile.read("jose-cookbook/\(name).json") else { return }
        var tokens: [String] = []
        collect(file["output"] ?? file, into: &tokens)
        let key = file["input"]?["key"] ?? .null
        for token in tokens { #expect(Signatures.code(token, key: key) != nil, "\(name)") }
    }

    /// Compact serialisations, and JSON ones as text.
    private func collect(_ value: JSONValue, into tokens: inout [String]) {
        if value.object != nil { tokens.append(String(decoding: value.serialized(), as: UTF8.self)) }
        for member in value.object.map(Array.init) ?? [] {
            if member.name == "compact", let token = member.value.string { tokens.append(token) }
            collect(member.value, into: &tokens)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import JWTKit
import StrictJSON
import Testing

@Suite("A second signer")
struct SecondSignerTests {
    private struct Claims: JWTPayload {
        var iss = Cast.issuer(Cast.tenant)
        var aud = Cast.api
        var exp = Int(Cast.now + 3_600)
        var nbf = Int(Cast.now - 300)
        var iat = Int(Cast.now - 300)
        var tid = Cast.tenant
        var ver = "2.0"
        var oid = Cast.object
        var sub = Cast.subject
        var azp = Cast.client
        var scp = "access_as_user"

        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }

    @Test("Tokens that JWTKit signs are accepted")
    func accepted() async throws {
        let keys = await JWTKeyCollection().add(
            rsa: try Insecure.RSA.PrivateKey(pem: TestKey.k1.privatePEM), digestAlgorithm: .sha256, kid: "k1")
        let token = try await keys.sign(Claims(), kid: "k1")
        let bench = Bench()
        #expect(await bench.code(token) == nil)
    }

    @Test("Tokens that JWTKit signs with another algorithm are refused")
    func refused() async throws {
        let key = try Insecure.RSA.PrivateKey(pem: TestKey.k1.privatePEM)
        let bench = Bench()
        let longer = await JWTKeyCollection().add(rsa: key, digestAlgorithm: .sha512, kid: "k1")
        #expect(await bench.code(try await longer.sign(Claims(), kid: "k1")) == .algorithmNotAllowed)
        let pss = await JWTKeyCollection().add(pss: key, digestAlgorithm: .sha256, kid: "k1")
        #expect(await bench.code(try await pss.sign(Claims(), kid: "k1")) == .algorithmNotAllowed)
    }

    @Test("What this kit mints JWTKit verifies")
    func verified() async throws {
        let keys = await JWTKeyCollection().add(
            rsa: try Insecure.RSA.PublicKey(pem: TestKey.k1.publicPEM), digestAlgorithm: .sha256,
            kid: "k1")
        let claims = try await keys.verify(try Mint.token(), as: Claims.self)
        #expect(claims.oid == Cast.object)
        await #expect(throws: (any Error).self) { try await keys.verify(try Mint.token(by: .k2), as: Claims.self) }
    }
}

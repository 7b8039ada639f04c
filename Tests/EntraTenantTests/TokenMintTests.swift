// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import StrictJSON
import Testing

@Suite("Token mint")
struct TokenMintTests {
    static let base = "https://localhost:8443"

    static func mint(
        _ directory: TenantDirectory = Fixture.extended, clock: WallClock = TestClock().clock,
        random: RandomSource = .system
    ) throws -> TokenMint {
        TokenMint(directory: directory, keys: try Fixture.state.keys, baseURL: base, clock: clock, random: random)
    }

    static func keySet() throws -> JSONValue {
        let keys = try Fixture.state.keys.published.map { key -> JSONValue in
            ["kid": .string(key.keyID), "n": .string(encode(key.modulus)), "e": .string(encode(key.publicExponent))]
        }
        return ["keys": .array(keys)]
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        var text = ""
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(alphabet[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
        return text
    }

    @Test("A delegated v2.0 token has exactly Entra's claims")
    func delegated() async throws {
        let token = try Self.mint().mintForUser("adele", scopes: ["access_as_user", "profile.read"])
        let claims = try await IndependentVerifier.claims(of: token.compact, keySet: Self.keySet())
        #expect(
            claims.object?.names.sorted() == [
                "aio", "aud", "azp", "azpacr", "exp", "iat", "iss", "name", "nbf", "oid", "preferred_username", "rh",
                "scp", "sub", "tid", "uti", "ver",
            ])
        #expect(claims["scp"] == "access_as_user profile.read")
        #expect(claims["iss"] == .string("\(Self.base)/\(Fixture.directory.tenantID)/v2.0"))
        #expect(claims["tid"] == .string(Fixture.directory.tenantID))
        #expect(claims["ver"] == "2.0")
        #expect(claims["azpacr"] == "1")
        #expect(claims["preferred_username"] == "adele@contoso.onmicrosoft.com")
        #expect(claims["iat"] == claims["nbf"])
        let kid = try Fixture.state.keys.current.keyID
        #expect(
            try IndependentVerifier.parts(of: token.compact).header
                == ["typ": "JWT", "alg": "RS256", "kid": .string(kid)])
    }

    @Test("A v1.0 API gets the v1.0 issuer, its App ID URI as audience, and appid")
    func version1() async throws {
        let token = try Self.mint().accessToken(
            user: try #require(Fixture.directory.user("megan")), client: Fixture.directory.clients[0],
            api: try #require(Fixture.extended.api("44445555-eeee-6666-ffff-777700008888")), scopes: ["old.read"])
        let claims = try await IndependentVerifier.claims(of: token.compact, keySet: Self.keySet())
        #expect(claims["iss"] == .string("\(Self.base)/\(Fixture.directory.tenantID)/"))
        #expect(claims["aud"] == "api://44445555-eeee-6666-ffff-777700008888")
        #expect(claims["appid"] == .string(Fixture.webAppID))
        #expect(claims["ver"] == "1.0")
        #expect(claims["azp"] == nil)
        let header = try IndependentVerifier.parts(of: token.compact).header
        #expect(header["x5t"] == header["kid"])
    }

    @Test("An app-only token has idtyp only where the API asks for it")
    func appOnly() async throws {
        let mint = try Self.mint()
        let plain = try IndependentVerifier.parts(of: mint.mintForDaemon().compact).claims
        #expect(plain["idtyp"] == nil && plain["scp"] == nil)
        #expect(plain["roles"] == ["Task.Run"])
        let api = try #require(Fixture.extended.api("55556666-ffff-7777-0000-888811119999"))
        let marked = try mint.appToken(client: Fixture.directory.clients[1], api: api, roles: [])
        let claims = try await IndependentVerifier.claims(of: marked.compact, keySet: Self.keySet())
        #expect(claims["idtyp"] == "app")
        #expect(claims["roles"] == nil)
        #expect(claims["oid"] == claims["sub"] && claims["oid"] == plain["oid"])
    }

    @Test("Life is drawn between 60 and 90 minutes", arguments: [(0, 3_600), (255, 3_774)] as [(UInt8, Int64)])
    func life(byte: UInt8, expected: Int64) throws {
        let mint = try Self.mint(random: RandomSource { [UInt8](repeating: byte, count: $0) })
        let token = try mint.mintForUser("adele")
        #expect(token.expiresIn == expected)
        #expect(token.expiresAt == 1_800_000_000 + expected)
        for _ in 0..<200 {
            let drawn = try Self.mint().mintForUser("adele").expiresIn
            #expect((3_600...5_400).contains(drawn))
        }
    }

    @Test("sub is stable for one app and differs between apps and users; uti never repeats")
    func subjects() throws {
        let mint = try Self.mint()
        func claims(_ user: String, _ api: String) throws -> JSONValue {
            try IndependentVerifier.parts(of: mint.mintForUser(user, api: api).compact).claims
        }
        let first = try claims("adele", "Functions API")
        let again = try claims("adele", "Functions API")
        #expect(first["sub"] == again["sub"])
        #expect(first["uti"] != again["uti"])
        #expect(try claims("adele", "Middle tier")["sub"] != first["sub"])
        #expect(try claims("megan", "Functions API")["sub"] != first["sub"])
    }

    @Test("An ID token without profile has no name and no oid")
    func idTokenWithoutProfile() throws {
        let token = try Self.mint().idToken(
            user: try #require(Fixture.directory.user("adele")), client: Fixture.directory.clients[0], nonce: nil,
            includesProfile: false)
        let claims = try IndependentVerifier.parts(of: token.compact).claims
        #expect(
            claims.object?.names.sorted() == ["aud", "exp", "iat", "iss", "nbf", "rh", "sub", "tid", "uti", "ver"])
    }

    @Test("The core signs any header and payload, and a foreign key does not verify")
    func rawCore() async throws {
        let key = try Fixture.state.keys.current
        let odd = try TokenSigner.sign(
            header: ["alg": "RS256", "kid": .string(key.keyID), "crit": ["x"]], payload: ["exp": "soon"], key: key)
        #expect(try await IndependentVerifier.claims(of: odd, keySet: Self.keySet()) == ["exp": "soon"])
        let literal = try TokenSigner.sign(
            header: Array("{\"alg\":\"RS256\",\"alg\":\"none\"}".utf8), payload: Array("{}".utf8), key: key)
        #expect(literal.hasPrefix("eyJhbGciOiJSUzI1NiIsImFsZyI6Im5vbmUifQ."))
        let forged = try TokenSigner.sign(
            header: ["alg": "RS256", "kid": .string(key.keyID)], payload: ["sub": "x"], key: try SigningKey())
        await #expect(throws: (any Error).self) {
            try await IndependentVerifier.claims(of: forged, keySet: try Self.keySet())
        }
    }

    @Test("Unknown names are refused with what there is")
    func unknownNames() throws {
        let mint = try Self.mint()
        #expect(throws: MintError.self) { try mint.mintForUser("nobody") }
        #expect(throws: MintError.self) { try mint.mintForUser("adele", api: "nothing") }
        #expect(throws: MintError.self) { try mint.mintForDaemon("nothing") }
        let error = #expect(throws: MintError.self) { try mint.mintForUser("") }
        #expect(error?.message.contains("adele@contoso.onmicrosoft.com") == true)
    }

    @Test("A minted token does not show itself when printed")
    func description() throws {
        let token = try Self.mint().mintForUser("adele")
        #expect(!"\(token)".contains("eyJ"))
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras
import EntraAuth
import StrictJSON

/// The workloads of the validator and of JSON, over the same tokens.
public struct Workloads: Sendable {
    private let tokens: [SampleToken]
    private let publicKey: _RSA.Signing.PublicKey
    private let validator: TokenValidator
    private let cachingValidator: TokenValidator
    private let policy = AuthorizationPolicy.scope("access_as_user")
    private let unknownKey: BearerToken

    /// Makes keys and tokens and warms the key store.
    ///
    /// - Parameters:
    ///   - keyCount: How many keys the authority publishes; Entra about six.
    ///   - callerCount: How many tokens differ.
    /// - Throws: Whatever goes wrong while keys are made.
    public init(keyCount: Int = 6, callerCount: Int = 64) async throws {
        let keys = try SampleKeys(count: keyCount)
        tokens = try await SampleToken.make(callerCount, keys: keys)
        publicKey = keys.key.publicKey
        unknownKey = try SampleToken(0, header: SampleTexts.header(keyID: "a-key-nobody-published"), keys: keys).token
        guard let tenant = TenantID(SampleTexts.tenant) else { throw UnexpectedOutcome(description: "no tenant") }
        let configuration = ValidatorConfiguration(
            authority: .global, tenants: .single(tenant), audiences: [SampleTexts.api])
        let time = FixedTime()
        var options = KeyStoreOptions()
        // The unknown kid stays known as unknown for as long as the run lasts.
        options.negativeLifetime = .seconds(24 * 3_600)
        let store = KeyStore(
            authority: .global, tenants: .single(tenant), transport: keys, options: options, time: time)
        validator = TokenValidator(configuration: configuration, keys: store, time: time)
        cachingValidator = TokenValidator(
            configuration: configuration, keys: store, time: time, cache: VerifiedTokenCache())
        for token in tokens { _ = try await cachingValidator.validate(token.token, policy: policy) }
        try await refuse([unknownKey], 1, .keyNotFound)
    }

    /// All of them; the first is the raw operation, the second the full validation.
    public var all: [Workload] {
        [raw, validation, malformed, unknownKeyID, badSignature, cacheHit] + parses
    }

    /// The floor: SHA-256 and the RSA operation over bytes that are already cut and decoded.
    public var raw: Workload {
        Workload("raw RSA-2048 verification + SHA-256") { [tokens, publicKey] count in
            for index in 0..<count {
                let token = tokens[index % tokens.count]
                let isValid = publicKey.isValidSignature(
                    _RSA.Signing.RSASignature(rawRepresentation: token.signature),
                    for: SHA256.hash(data: token.signingInput), padding: .insecurePKCS1v1_5)
                guard isValid else { throw UnexpectedOutcome(description: "A good signature is refused.") }
            }
        }
    }

    /// A good token with its key at hand.
    public var validation: Workload {
        Workload("full validation, warm keys") { try await accept(validator, $0) }
    }

    /// A good token that was seen before.
    public var cacheHit: Workload {
        Workload("verified-token cache hit") { try await accept(cachingValidator, $0) }
    }

    /// Good tokens of callers who come in no order.
    var scatteredValidation: Workload {
        Workload("full validation, scattered callers") { try await acceptScattered(validator, $0) }
    }

    /// Good tokens that were seen before, of callers who come in no order.
    var scatteredCacheHit: Workload {
        Workload("verified-token cache hit, scattered callers") { try await acceptScattered(cachingValidator, $0) }
    }

    /// A token whose header has a letter of another alphabet.
    public var malformed: Workload {
        let texts = tokens.map { $0.text.replacing("eyJ0eXAi", with: "eyJ0eXA+") }
        let malformed = texts.map { BearerToken($0) }
        return Workload("malformed token") { try await refuse(malformed, $0, .tokenMalformed) }
    }

    /// A kid that a fresh key set did not hold.
    public var unknownKeyID: Workload {
        Workload("unknown kid, negative cache") { try await refuse([unknownKey], $0, .keyNotFound) }
    }

    /// A token that differs from a good one in one bit of the signature.
    public var badSignature: Workload {
        let broken = tokens.map { $0.withBrokenSignature() }
        return Workload("bad signature") { try await refuse(broken, $0, .signatureInvalid) }
    }

    /// Parsing only.
    public var parses: [Workload] {
        [
            parse("StrictJSON: header", SampleTexts.header()), parse("StrictJSON: payload", SampleTexts.payload()),
            parse("StrictJSON: envelope", SampleTexts.envelope(token: tokens[0].text)),
        ]
    }

    private func parse(_ name: String, _ text: [UInt8]) -> Workload {
        Workload("\(name) (\(text.count) bytes)", group: "json") { count in
            for _ in 0..<count {
                guard try JSONDocument(parsing: text).root.count > 0 else {
                    throw UnexpectedOutcome(description: "The text is empty.")
                }
            }
        }
    }

    private func accept(_ validator: TokenValidator, _ count: Int) async throws {
        for index in 0..<count { _ = try await validator.validate(tokens[index % tokens.count].token, policy: policy) }
    }

    private func acceptScattered(_ validator: TokenValidator, _ count: Int) async throws {
        var place = Int.random(in: 0..<tokens.count)
        for _ in 0..<count {
            // A prime, so that every token has its turn.
            place = (place + 7_919) % tokens.count
            _ = try await validator.validate(tokens[place].token, policy: policy)
        }
    }

    private func refuse(_ tokens: [BearerToken], _ count: Int, _ code: AuthError.Code) async throws {
        for index in 0..<count {
            var outcome: AuthError.Code?
            do throws(AuthError) {
                _ = try await validator.validate(tokens[index % tokens.count], policy: policy)
            } catch {
                outcome = error.code
            }
            guard outcome == code else { throw UnexpectedOutcome(description: "The outcome is not \(code).") }
        }
    }
}

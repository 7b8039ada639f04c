// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Synchronization
import Testing

@Suite("Looking at a token check by check")
struct InspectionTests {
    @Test("A good token passes every check")
    func good() async throws {
        let inspection = await Bench().validator.inspect(
            BearerToken(try Mint.token()), policy: .scope("access_as_user"))
        InspectionProperty.check(inspection, "good")
        #expect(inspection.firstFailure == nil)
        #expect(inspection.isSignatureVerified)
        let optional: [InspectedCheck.Name] = [.credentials, .requiredClaims, .revocation]
        #expect(inspection.checks.map(\.name) == InspectedCheck.Name.all.filter { !optional.contains($0) })
        #expect(inspection.unverifiedHeader?["kid"]?.string == "k1")
        #expect(inspection.unverifiedPayload?["aud"]?.string == Cast.api)
    }

    @Test("Claims that are wrong in several ways are told all at once")
    func several() async throws {
        let token = try Mint.token(payload: {
            $0["aud"] = "api://other"
            $0["exp"] = .integer(Cast.now - 300)
            $0["scp"] = "other"
        })
        let inspection = await Bench().validator.inspect(BearerToken(token), policy: .scope("access_as_user"))
        #expect(
            failures(of: inspection) == [
                .audience: .audienceInvalid, .time: .tokenExpired, .policy: .insufficientScope,
            ])
        #expect(inspection.firstFailure?.code == .audienceInvalid)
    }

    @Test("A header that is wrong in several ways is told all at once, and the claims are looked at all the same")
    func header() async throws {
        let token = try Mint.token(
            header: {
                $0["alg"] = "PS256"
                $0["typ"] = "dpop+jwt"
                $0["jku"] = "https://evil.example"
            }, payload: { $0["aud"] = "other" })
        let inspection = await Bench().validator.inspect(BearerToken(token), policy: .scope("access_as_user"))
        #expect(
            failures(of: inspection) == [
                .algorithm: .algorithmNotAllowed, .parameters: .headerNotAllowed, .type: .headerNotAllowed,
                .audience: .audienceInvalid,
            ])
        #expect(inspection.outcome(of: .signature) == .notChecked)
        #expect(!inspection.isSignatureVerified)
    }

    @Test("Without keys the claims are looked at, and the verdict is that of the validator")
    func withoutKeys() async throws {
        let bench = Bench()
        bench.transport.keySet = .failure(FetchError(.tls, "down"))
        let inspection = await bench.validator.inspect(
            BearerToken(try Mint.token()), policy: .scope("access_as_user"))
        InspectionProperty.check(inspection, "no keys")
        #expect(failures(of: inspection) == [.key: .keysUnavailable])
        #expect(inspection.outcome(of: .signature) == .notChecked)
        #expect(inspection.outcome(of: .keyIssuer) == .notChecked)
        #expect(inspection.outcome(of: .audience) == .passed)
        #expect(inspection.outcome(of: .policy) == .passed)
    }

    @Test("Closures of the app never see claims that nobody vouches for", arguments: [true, false])
    func closures(isGenuine: Bool) async throws {
        let asked = Mutex(0)
        let count: @Sendable () -> Bool = {
            asked.withLock { $0 += 1 }
            return true
        }
        let tenants = TenantPolicy.matching { _ in count() }
        let bench = Bench(
            metadata: Documents.metadata { $0["issuer"] = .string(Cast.templatedIssuer) }, tenants: tenants)
        let validator = TokenValidator(
            configuration: ValidatorConfiguration(authority: .global, tenants: tenants, audiences: [Cast.api]),
            keys: bench.store, time: bench.clock, revocation: CountingRevocation(count: count))
        let policy = AuthorizationPolicy.scope("access_as_user").matching { _ in count() }
        let token = try isGenuine ? Mint.token() : Mint.token(by: .attacker)
        let inspection = await validator.inspect(BearerToken(token), policy: policy)
        InspectionProperty.check(inspection, "closures")
        // Twice each: once by the checks, once by the verdict.
        #expect(asked.withLock { $0 } == (isGenuine ? 6 : 0))
    }

    @Test("A revoked token fails that check")
    func revoked() async throws {
        let bench = Bench()
        let list = RevocationList()
        list.revoke(tokenID: "u1")
        let validator = TokenValidator(
            configuration: ValidatorConfiguration(
                authority: .global, tenants: Cast.tenants(Cast.tenant), audiences: [Cast.api]),
            keys: bench.store, time: bench.clock, revocation: list)
        let inspection = await validator.inspect(BearerToken(try Mint.token()), policy: .scope("access_as_user"))
        InspectionProperty.check(inspection, "revoked")
        #expect(failures(of: inspection) == [.revocation: .tokenRevoked])
    }

    @Test("A header that is not Bearer is one failed check, and nothing else is looked at")
    func credentials() async {
        let inspection = await Bench().validator.inspect(
            authorization: ["Basic eDp5"], policy: .scope("access_as_user"))
        InspectionProperty.check(inspection, "Basic")
        #expect(failures(of: inspection) == [.credentials: .missingCredentials])
        #expect(inspection.checks.dropFirst().allSatisfy { $0.outcome == .notChecked })
    }

    @Test("Tokens damaged at random are judged as by the validator")
    func damaged() async throws {
        let bench = Bench()
        let good = Array(try Mint.token().utf8)
        let letters = Array("ABCDEFGHabcdefgh0123456789-_.=+/".utf8)
        var state: UInt64 = 42
        let next = { (limit: Int) -> Int in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for number in 0..<500 {
            var bytes = good
            for _ in 0...next(3) {
                switch next(3) {
                case 0: bytes[next(bytes.count)] = letters[next(letters.count)]
                case 1: bytes.remove(at: next(bytes.count))
                default: bytes.insert(letters[next(letters.count)], at: next(bytes.count))
                }
            }
            let token = BearerToken(String(decoding: bytes, as: UTF8.self))
            let inspection = await bench.validator.inspect(token, policy: .scope("access_as_user"))
            InspectionProperty.check(inspection, "damage \(number)")
        }
    }

    private func failures(of inspection: TokenInspection) -> [InspectedCheck.Name: AuthError.Code] {
        var failures: [InspectedCheck.Name: AuthError.Code] = [:]
        for check in inspection.checks {
            if case .failed(let error) = check.outcome { failures[check.name] = error.code }
        }
        return failures
    }
}

private struct CountingRevocation: RevocationChecking {
    let count: @Sendable () -> Bool

    func verdict(on principal: Principal) async -> RevocationVerdict { count() ? .valid : .revoked }
}

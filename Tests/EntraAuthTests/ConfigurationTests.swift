// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("What is configured")
struct ConfigurationTests {
    private typealias Change = @Sendable (inout ValidatorConfiguration) -> Void

    @Test("A configuration with a problem accepts nothing, and no number in it traps", arguments: changes.indices)
    func broken(index: Int) async throws {
        let change = Self.changes[index]
        let bench = Bench { change(&$0) }
        var configuration = ValidatorConfiguration(
            authority: .global, tenants: Cast.tenants(Cast.tenant), audiences: [Cast.api])
        change(&configuration)
        #expect(configuration.problems.count == 1)
        for token in [try Mint.token(), try Mint.token(payload: { $0["exp"] = .integer(Cast.now - 3_600) })] {
            #expect(await bench.code(token) != nil)
            let inspection = await bench.validator.inspect(BearerToken(token), policy: .scope("access_as_user"))
            #expect(inspection.firstFailure != nil)
        }
    }

    private static let changes: [Change] = [
        { $0.audiences = [] }, { $0.audiences = [Cast.api, ""] }, { $0.versions = [] },
        { $0.clockSkew = -1 }, { $0.clockSkew = 301 }, { $0.clockSkew = .max }, { $0.clockSkew = .min },
        { $0.maximumLifetime = 0 }, { $0.maximumLifetime = .min }, { $0.maximumAge = 0 }, { $0.maximumAge = .min },
    ]

    @Test("The largest numbers that are no problem are none")
    func largest() async throws {
        let bench = Bench {
            $0.clockSkew = 300
            $0.maximumLifetime = .max
            $0.maximumAge = .max
        }
        #expect(await bench.code(try Mint.token()) == nil)
    }

    @Test("A claim that is demanded must be there and say something")
    func requiredClaims() async throws {
        let bench = Bench { $0.requiredClaims = ["email"] }
        #expect(await bench.code(try Mint.token()) == .claimMissing)
        #expect(await bench.code(try Mint.token(payload: { $0["email"] = .some(.null) })) == .claimInvalid)
        #expect(await bench.code(try Mint.token(payload: { $0["email"] = "a@b.example" })) == nil)
    }
}

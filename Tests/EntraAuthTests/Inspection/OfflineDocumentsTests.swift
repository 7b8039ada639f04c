// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Keys from memory")
struct OfflineDocumentsTests {
    @Test("A key set from memory obeys the rules of one from the network")
    func rules() async throws {
        let weak = TestKey.k2.jwk { $0["e"] = "Aw" }
        #expect(await code(try Mint.token(), Documents.keySet([TestKey.k1.jwk, weak])) == nil)
        let other = try Mint.token(by: .k2, header: { $0["kid"] = "k2" })
        #expect(await code(other, Documents.keySet([TestKey.k1.jwk, weak])) == .keyNotFound)
    }

    @Test("A text that is no key set gives no keys", arguments: ["", "{}", "[]", "{\"keys\":[]}"])
    func noKeySet(text: String) async throws {
        #expect(await code(try Mint.token(), Array(text.utf8)) == .keysUnavailable)
    }

    @Test("A key of another cloud is refused when the cloud is named")
    func cloud() async throws {
        let token = try Mint.token(by: .government, header: { $0["kid"] = "kgov" })
        let keySet = Documents.keySet(.government)
        #expect(await code(token, keySet, cloud: "microsoftonline.com") == .issuerInvalid)
        #expect(await code(token, keySet) == nil)
    }

    @Test("Several tenants are served by the metadata of all")
    func severalTenants() async throws {
        let tenants = Cast.tenants(Cast.foreignTenant, Cast.tenant)
        #expect(await code(try Mint.token(), Documents.keySet(.k1), tenants: tenants) == nil)
    }

    private func code(
        _ token: String, _ keySet: [UInt8], cloud: String? = nil, tenants: TenantPolicy = Cast.tenants(Cast.tenant)
    ) async -> AuthError.Code? {
        let documents = OfflineDocuments(
            keySet: keySet, authority: .global, tenants: tenants, cloudInstanceName: cloud)
        let clock = ManualTimeSource()
        let validator = TokenValidator(
            configuration: ValidatorConfiguration(authority: .global, tenants: tenants, audiences: [Cast.api]),
            keys: KeyStore(authority: .global, tenants: tenants, transport: documents, time: clock), time: clock)
        do {
            _ = try await validator.validate(BearerToken(token), policy: .scope("access_as_user"))
            return nil
        } catch {
            return error.code
        }
    }
}

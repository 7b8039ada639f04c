// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import FoundationEssentials
import Logging
import StrictJSON
import Testing

@Suite("Key rotation", .serialized, .timeLimit(.minutes(2)))
struct KeyRotationTests {
    private func published(_ endpoint: TenantEndpoint) async throws -> [String] {
        (try await FaultBench.keySet(endpoint)["keys"]?.array ?? []).compactMap { $0["kid"]?.string }
    }

    private func kid(_ tenant: LocalTenant) async throws -> String? {
        let token = try await tenant.mint().mintForUser("adele").compact
        return try IndependentVerifier.parts(of: token).header["kid"]?.string
    }

    @Test("With overlap, the key that was published ahead signs and the former one stays")
    func overlapping() async throws {
        try await FaultBench.run { tenant, endpoint in
            let before = tenant.keys
            let after = try tenant.rotateKeys()
            #expect(after.current.keyID == before.next.keyID)
            #expect(try await kid(tenant) == before.next.keyID)
            #expect(try await published(endpoint) == [before.current.keyID, before.next.keyID, after.next.keyID])
        }
    }

    @Test("Without overlap, no former key is published")
    func immediate() async throws {
        try await FaultBench.run { tenant, endpoint in
            let before = try await published(endpoint)
            try tenant.rotateKeys(.immediate)
            let after = try await published(endpoint)
            #expect(Set(before).isDisjoint(with: after))
            #expect(try await kid(tenant) == after.first)
        }
    }

    @Test("An id is used again for another key, whose signature its published form verifies")
    func reusedID() async throws {
        try await FaultBench.run { tenant, endpoint in
            let before = try await FaultBench.keySet(endpoint)["keys"]?.array ?? []
            try tenant.rotateKeys(.reusingKeyID)
            let keySet = try await FaultBench.keySet(endpoint)
            let after = keySet["keys"]?.array ?? []
            #expect(after.map { $0["kid"] } == before.map { $0["kid"] })
            #expect(after.first?["n"] != before.first?["n"])
            #expect(after.last?["n"] == before.last?["n"])
            let token = try await tenant.mint().mintForUser("adele").compact
            #expect(try await IndependentVerifier.claims(of: token, keySet: keySet)["scp"] == "access_as_user")
        }
    }

    @Test("A withdrawn key signs on and is published no more; any set can be published, within a bound")
    func withdrawn() async throws {
        try await FaultBench.run { tenant, endpoint in
            let keys = tenant.keys
            try tenant.withdrawKey(keys.current.keyID)
            #expect(try await published(endpoint) == [keys.next.keyID])
            #expect(try await kid(tenant) == keys.current.keyID)
            let others = TenantKeys(current: keys.current, next: keys.next, published: [keys.next, keys.next])
            try tenant.publish(keys: others)
            #expect(try await published(endpoint) == [keys.next.keyID, keys.next.keyID])
            let many = Array(repeating: keys.next, count: TenantKeys.maximumPublished + 1)
            #expect(throws: TenantStateError.self) {
                try tenant.publish(keys: TenantKeys(current: keys.current, next: keys.next, published: many))
            }
            #expect(try await published(endpoint).count == 2)
        }
    }

    @Test("Rotations without end keep the newest keys")
    func bounded() throws {
        let keys = try Fixture.state.keys
        let many = Array(repeating: keys.current, count: TenantKeys.maximumPublished)
        let rotated = try TenantKeys(current: keys.current, next: keys.next, published: many).rotated()
        #expect(rotated.published.count == TenantKeys.maximumPublished)
        #expect(rotated.published.last?.keyID == rotated.next.keyID)
    }

    @Test("A folder keeps the keys of a rotation, ids that are no thumbprints too")
    func persisted() throws {
        try TemporaryFolder.with { folder in
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let tenant = LocalTenant(state: try TenantState(directory: folder), logger: logger)
            try tenant.rotateKeys()
            try tenant.rotateKeys(.reusingKeyID)
            let read = try TenantState(directory: folder).keys
            #expect(read.current.keyID == tenant.keys.current.keyID)
            #expect(read.current.modulus == tenant.keys.current.modulus)
            #expect(read.next.keyID == tenant.keys.next.keyID)
            #expect(read.published.map(\.keyID) == tenant.keys.published.map(\.keyID))
            #expect(read.published.map(\.modulus) == tenant.keys.published.map(\.modulus))
            #expect(TemporaryFolder.mode(of: folder + "/keys.json") == 0o600)
        }
    }

    @Test("A folder from before rotations publishes the two keys that sign")
    func olderFolder() throws {
        try TemporaryFolder.with { folder in
            let keys = try TenantState(directory: folder).keys
            let path = URL(filePath: folder + "/keys.json")
            var json = try #require(try JSONValue(parsing: Array(Data(contentsOf: path))).object)
            json["publishedSigningKeys"] = nil
            try Data(JSONValue.object(json).serialized()).write(to: path)
            let read = try TenantState(directory: folder).keys
            #expect(read.published.map(\.keyID) == [keys.current.keyID, keys.next.keyID])
        }
    }

    @Test("A folder that cannot be written leaves the keys as they are")
    func unwritable() throws {
        try TemporaryFolder.with { folder in
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let tenant = LocalTenant(state: try TenantState(directory: folder + "/state"), logger: logger)
            let before = tenant.keys.current.keyID
            try FileManager.default.removeItem(atPath: folder + "/state")
            #expect(throws: TenantStateError.self) { try tenant.rotateKeys() }
            #expect(tenant.keys.current.keyID == before)
        }
    }
}

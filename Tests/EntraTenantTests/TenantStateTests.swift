// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import FoundationEssentials
import Logging
import StrictJSON
import SwiftASN1
import Testing
import X509

@Suite("State on disk")
struct TenantStateTests {
    private static func serverCertificate(_ folder: String) throws -> Certificate {
        let text = try #require(FileManager.default.contents(atPath: "\(folder)/keys.json"))
        let pem = try JSONValue(parsing: Array(text))["server"]?["certificate"]?.string
        return try Certificate(pemEncoded: pem ?? "")
    }

    @Test("A second start finds the same keys and the same authority; files are for their owner only")
    func reload() throws {
        try TemporaryFolder.with { parent in
            let folder = "\(parent)/a/b"
            let first = try TenantState(directory: folder)
            let second = try TenantState(directory: folder)
            #expect(first.keys.published.map(\.keyID) == second.keys.published.map(\.keyID))
            #expect(first.keys.current.modulus == second.keys.current.modulus)
            #expect(first.certificateAuthorityPEM == second.certificateAuthorityPEM)
            let path = try #require(second.certificateAuthorityPath)
            #expect(FileManager.default.contents(atPath: path) == Data(first.certificateAuthorityPEM.utf8))
            #expect(TemporaryFolder.mode(of: folder) == 0o700)
            for file in ["keys.json", "ca.pem"] { #expect(TemporaryFolder.mode(of: "\(folder)/\(file)") == 0o600) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["ca.pem", "keys.json"])
        }
    }

    @Test("A token minted from the reloaded state verifies under the keys of the first")
    func offlineMint() async throws {
        let (token, keys) = try TemporaryFolder.with { folder in
            let first = try TenantState(directory: folder)
            try first.saveEndpoint(baseURL: "https://localhost:1234")
            let second = try TenantState(directory: folder)
            let base = try #require(try second.loadEndpoint())
            let mint = TokenMint(directory: .standard, keys: second.keys, baseURL: base)
            return (try mint.mintForUser("adele").compact, first.keys)
        }
        let claims = try IndependentVerifier.parts(of: token).claims
        #expect(claims["iss"] == .string("https://localhost:1234/\(Fixture.directory.tenantID)/v2.0"))
        #expect(try IndependentVerifier.parts(of: token).header["kid"] == .string(keys.current.keyID))
    }

    @Test("The https certificate is renewed a month before its end, the authority and the keys stay")
    func renewal() throws {
        let clock = TestClock()
        try TemporaryFolder.with { folder in
            let first = try TenantState(directory: folder, clock: clock.clock)
            let original = try Self.serverCertificate(folder)
            clock.advance(by: 366 * 86_400)
            _ = try TenantState(directory: folder, clock: clock.clock)
            #expect(try Self.serverCertificate(folder) == original)
            clock.advance(by: 2 * 86_400)
            let renewed = try TenantState(directory: folder, clock: clock.clock)
            #expect(try Self.serverCertificate(folder) != original)
            #expect(renewed.certificateAuthorityPEM == first.certificateAuthorityPEM)
            #expect(renewed.keys.current.keyID == first.keys.current.keyID)
            clock.advance(by: 9 * 365 * 86_400)
            #expect(
                try TenantState(directory: folder, clock: clock.clock).certificateAuthorityPEM
                    != first.certificateAuthorityPEM)
        }
    }

    @Test("A damaged file is named and nothing is overwritten", arguments: ["", "{}", "{\"server\": 5}", "nonsense"])
    func damaged(text: String) throws {
        try TemporaryFolder.with { folder in
            #expect(FileManager.default.createFile(atPath: "\(folder)/keys.json", contents: Data(text.utf8)))
            let error = #expect(throws: TenantStateError.self) { try TenantState(directory: folder) }
            #expect(error?.code == .fileInvalid)
            #expect(error?.message.contains("\(folder)/keys.json") == true)
            #expect(FileManager.default.contents(atPath: "\(folder)/keys.json") == Data(text.utf8))
        }
    }

    @Test("Several first starts at once agree on one set of keys")
    func race() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/tenant-race-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let identifiers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<4 { group.addTask { try TenantState(directory: folder).keys.current.keyID } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(identifiers.count == 1)
    }

    @Test("Without a run there is no endpoint; a damaged one is named")
    func endpoint() throws {
        try TemporaryFolder.with { folder in
            let state = try TenantState(directory: folder)
            #expect(try state.loadEndpoint() == nil)
            try state.saveEndpoint(baseURL: "https://localhost:1")
            #expect(try state.loadEndpoint() == "https://localhost:1")
            #expect(FileManager.default.createFile(atPath: "\(folder)/endpoint.json", contents: Data("[]".utf8)))
            #expect(throws: TenantStateError.self) { try state.loadEndpoint() }
        }
    }

    @Test("A running tenant writes where it is reached")
    func endpointOfRun() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/tenant-run-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let state = try TenantState(directory: folder)
        let tenant = LocalTenant(state: state, logger: .init(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await tenant.withRunning { endpoint in
            let saved = try state.loadEndpoint()
            #expect(saved == endpoint.baseURL)
        }
    }
}

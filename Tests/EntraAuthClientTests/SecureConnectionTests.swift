// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraAuthClient
import Foundation
import Testing

@Suite("https", .timeLimit(.minutes(5)))
struct SecureConnectionTests {
    @Test("A server of the given authority is believed, under its name only")
    func trusted() async throws {
        let authority = try TestAuthority()
        try await TestAuthority.withFile(authority.authorityPEM) { path in
            try await RawServer.run(.ok("{}"), tls: authority.server) { server in
                let url = server.url(scheme: "https", host: "localhost")
                try await Fetch.gives("{}", url, trust: .file(path))
                let byAddress = server.url(scheme: "https")
                try await Fetch.fails(.tls, byAddress, trust: .file(path))
            }
        }
    }

    @Test("A server of another authority is not believed")
    func untrusted() async throws {
        let authority = try TestAuthority()
        let other = try TestAuthority()
        try await RawServer.run(.ok("{}"), tls: authority.server) { server in
            let url = server.url(scheme: "https", host: "localhost")
            try await Fetch.fails(.tls, url)
            try await TestAuthority.withFile(other.authorityPEM) { path in
                try await Fetch.fails(.tls, url, trust: .file(path))
            }
            #expect(server.requests == [])
        }
    }

    @Test("A handshake that never ends is given up after two seconds")
    func stalledHandshake() async throws {
        try await RawServer.run(.silence) { server in
            try await Fetch.fails(.timeout, server.url(scheme: "https", host: "localhost"))
            #expect(server.requests == [])
        }
    }

    @Test("A certificate file that is missing, empty or no PEM is told at the start")
    func file() async throws {
        let missing = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        #expect(throws: FetchError(.tls, "")) { try HTTPDocumentTransport(trust: .file(missing)) }
        for text in ["", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            try await TestAuthority.withFile(text) { path in
                #expect(throws: FetchError(.tls, "")) { try HTTPDocumentTransport(trust: .file(path)) }
            }
        }
    }
}

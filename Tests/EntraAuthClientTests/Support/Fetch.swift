// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraAuthClient
import Testing

/// One fetch with a transport of its own.
enum Fetch {
    static func document(
        _ url: String, trust: TrustRoots = .system, deadline: Duration = .seconds(60), bodySize: Int = 2 << 20
    ) async throws -> FetchedDocument {
        let transport = try HTTPDocumentTransport(trust: trust)
        return try await transport.get(url, limits: FetchLimits(deadline: deadline, bodySize: bodySize))
    }

    /// Expects a fetch to fail with a code.
    ///
    /// The deadline is far away unless given, so that only the fault itself can end the fetch, however busy the machine.
    static func fails(
        _ code: FetchError.Code, _ url: String, trust: TrustRoots = .system, deadline: Duration = .seconds(60),
        bodySize: Int = 2 << 20, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let error = try await #require(throws: FetchError.self, sourceLocation: sourceLocation) {
            try await document(url, trust: trust, deadline: deadline, bodySize: bodySize)
        }
        #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
    }

    /// Expects a fetch to give a body.
    static func gives(
        _ body: String, _ url: String, trust: TrustRoots = .system, bodySize: Int = 2 << 20,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let document = try await document(url, trust: trust, bodySize: bodySize)
        #expect(document.status == 200, sourceLocation: sourceLocation)
        #expect(String(decoding: document.body, as: UTF8.self) == body, sourceLocation: sourceLocation)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraAuthClient
import EntraTenant
import StrictJSON

/// A running tenant's documents, fetched once, so that no answer depends on how busy the machine is.
struct RememberedDocuments: DocumentTransport {
    private let documents: [String: FetchedDocument]

    init(of endpoint: TenantEndpoint) async throws {
        documents = try await Self.fetch(endpoint, try HTTPDocumentTransport())
    }

    private static func fetch(
        _ endpoint: TenantEndpoint, _ transport: HTTPDocumentTransport
    ) async throws -> [String: FetchedDocument] {
        let limits = FetchLimits(deadline: .seconds(60), bodySize: 1 << 20)
        let address = "\(endpoint.authority)/v2.0/.well-known/openid-configuration"
        let metadata = try await transport.get(address, limits: limits)
        let keySet = try JSONValue(parsing: metadata.body)["jwks_uri"]?.string ?? ""
        return [address: metadata, keySet: try await transport.get(keySet, limits: limits)]
    }

    func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        guard let document = documents[url] else { throw FetchError(.connection, "\(url) is not remembered.") }
        return document
    }
}

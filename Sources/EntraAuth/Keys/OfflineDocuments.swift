// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// An authority's documents from memory, for tests, air-gapped machines and tools: the key set is given, the metadata
/// is what the authority would publish around it.
public struct OfflineDocuments: DocumentTransport {
    private let metadata: [UInt8]
    private let keySet: [UInt8]

    /// Takes a key set.
    ///
    /// - Parameters:
    ///   - keySet: The document that an authority serves as `jwks_uri`; read by the same rules as one from the network.
    ///   - authority: Whose it is.
    ///   - tenants: Whose tokens are accepted; a domain cannot be resolved offline and finds no keys.
    ///   - cloudInstanceName: The metadata's `cloud_instance_name`, such as `microsoftonline.com`; keys are not compared
    ///     with it when nil.
    public init(
        keySet: [UInt8], authority: Authority, tenants: TenantPolicy, cloudInstanceName: String? = nil
    ) {
        self.keySet = keySet
        let tenant: String? = if case .id(let id) = tenants.metadataTenant { id.description } else { nil }
        let template = authority.issuerTemplate
        var document: JSONObject = [
            "issuer": .string(tenant.map { template.replacing("{tenantid}", with: $0) } ?? template),
            "jwks_uri": .string(authority.origin + "/discovery/v2.0/keys"),
        ]
        document["cloud_instance_name"] = cloudInstanceName.map(JSONValue.string)
        metadata = JSONValue.object(document).serialized()
    }

    /// Answers from memory.
    ///
    /// - Parameters:
    ///   - url: The address of the metadata, or any other one for the key set.
    ///   - limits: The body's size holds as on the network.
    /// - Returns: The document.
    /// - Throws: ``FetchError`` when the key set is larger than allowed.
    public func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        let body = url.contains("/.well-known/openid-configuration") ? metadata : keySet
        guard body.count <= limits.bodySize else {
            throw FetchError(.tooLarge, "The key set has \(body.count) bytes; the limit is \(limits.bodySize).")
        }
        return FetchedDocument(status: 200, contentType: "application/json", body: body)
    }
}

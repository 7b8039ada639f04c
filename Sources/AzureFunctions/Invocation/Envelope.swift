// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import StrictJSON

/// The body of an envelope request: `{"Data":{…},"Metadata":{…}}` (host contract §7).
struct Envelope: Sendable {
    /// The host's own limit of 100 MiB for a body, in base64, with room for metadata.
    static let limits = JSONLimits(bytes: 144 << 20, depth: 64, members: 65_536, values: 1 << 20)

    private let root: JSONElement

    init(parsing body: [UInt8]) throws(JSONError) {
        root = try JSONDocument(parsing: body, limits: Self.limits).root
    }

    /// Whether the shape is that of an envelope at all.
    var isWellFormed: Bool { root["Data"]?.kind == .object }

    /// The values of trigger and inputs by binding name.
    var data: BindingValues { BindingValues(root["Data"]) }

    /// What the host knows about the trigger's event.
    var metadata: BindingValues { BindingValues(root["Metadata"]) }

    /// Which attempt this is, when the function has a retry policy.
    var retry: RetryContext? { RetryContext(root["Metadata"]?["RetryContext"]) }

    /// A field of an HTTP function's client, as the metadata has it.
    func clientField(_ name: String) -> String? {
        root["Metadata"]?["Headers"]?.field(named: name)?.string
    }

    /// The HTTP request of an `httpTrigger` (host contract §7.2).
    func request(_ binding: String) -> FunctionRequest? {
        guard let data = root["Data"]?[binding], data.kind == .object else { return nil }
        guard let method = data["Method"]?.string.flatMap({ HTTPRequest.Method(rawValue: $0) }) else { return nil }
        let headers = data["Headers"]
        let parameters = data["Params"]?.members?.compactMap { member in
            member.value.string.map { (member.name, $0) }
        }
        let contentType = headers?.field(named: "content-type")
        return FunctionRequest(
            method: method, url: data["Url"]?.string ?? "/", parameters: RouteParameters(parameters ?? []),
            query: QueryParameters(data["Query"]), fields: .envelope(headers), identities: data["Identities"],
            body: RequestBody(data["Body"], contentType: contentType?.elements?.first?.string ?? contentType?.string))
    }
}

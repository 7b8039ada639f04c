// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A resource that a client of the Model Context Protocol reads.
public struct MCPResourceRequest: Sendable, Hashable {
    /// The address that the client asks for.
    public var uri: String
    /// The client's session; nil when it has none.
    public var sessionID: String?

    /// Creates a request, for tests.
    ///
    /// - Parameters:
    ///   - uri: The address.
    ///   - sessionID: The client's session.
    public init(uri: String, sessionID: String? = nil) {
        self.uri = uri
        self.sessionID = sessionID
    }

    init(_ value: BindingValue) {
        self.init(uri: value["uri"]?.textIfPresent ?? "", sessionID: value["sessionid"]?.textIfPresent)
    }
}

extension MCPResourceRequest: Encodable {
    private enum CodingKeys: String, CodingKey {
        case uri
        case sessionID = "sessionid"
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An address with a token by which a client connects to a SignalR hub; it is the whole answer of `negotiate`.
public struct SignalRConnectionInfo: Sendable, Hashable, Codable {
    /// The address.
    public var url: String
    /// The token; a secret of this client.
    public var accessToken: String

    /// Creates an address, for tests.
    ///
    /// - Parameters:
    ///   - url: The address.
    ///   - accessToken: The token.
    public init(url: String, accessToken: String) {
        self.url = url
        self.accessToken = accessToken
    }
}

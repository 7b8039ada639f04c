// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A signed token and when it ends.
public struct MintedToken: Sendable, Hashable, CustomStringConvertible {
    /// The compact JWS.
    public let compact: String
    /// The claim `exp`, in seconds since 1970.
    public let expiresAt: Int64
    /// How long it is valid from the moment of minting, in seconds.
    public let expiresIn: Int64

    /// The end of the token; never the token itself, so that it does not slip into logs.
    public var description: String { "token valid until \(expiresAt)" }
}

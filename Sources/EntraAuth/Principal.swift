// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// Who calls, as proven by a token that passed every check.
///
/// Identify a caller by ``tenantID`` and ``objectID``; names and addresses are for display only (`spec §2`).
public struct Principal: Sendable {
    let claims: ClaimSet
    /// On whose behalf the token speaks.
    public let kind: TokenKind
    /// The token's format.
    public let version: TokenVersion
    /// `tid`.
    public let tenantID: TenantID
    let objectIDBytes: ArraySlice<UInt8>
    let subjectBytes: ArraySlice<UInt8>
    let clientIDBytes: ArraySlice<UInt8>
    let roleBytes: [ArraySlice<UInt8>]
    /// `exp`: seconds since 1970.
    public let expiry: Int64
    /// `iat`: seconds since 1970.
    public let issuedAt: Int64

    /// `oid`: the user or service principal within its tenant.
    public var objectID: String { String(decoding: objectIDBytes, as: UTF8.self) }

    /// `sub`: stable per user and application.
    public var subject: String { String(decoding: subjectBytes, as: UTF8.self) }

    /// `azp` or `appid`: the client that called.
    public var clientID: String { String(decoding: clientIDBytes, as: UTF8.self) }

    /// `name`: for display only.
    public var name: String? { claims.root["name"]?.string }

    /// `preferred_username`: for display only; it can be changed and can belong to another tenant.
    public var preferredUsername: String? { claims.root["preferred_username"]?.string }

    /// `uti`: the token's id, for logs.
    public var tokenID: String? { claims.root["uti"]?.string }

    /// `scp` split at spaces; empty for an application.
    public var scopes: [String] { scopeBytes.map { String(decoding: $0, as: UTF8.self) } }

    /// `roles`: the user's in a delegated token, the application's in its own.
    public var roles: [String] { roleBytes.map { String(decoding: $0, as: UTF8.self) } }

    /// Any claim as it stands in the token.
    ///
    /// - Parameter name: Such as `xms_cc`.
    /// - Returns: The claim, or nil when absent.
    public func claim(_ name: String) -> JSONElement? { claims.root[name] }

    /// Split at U+0020 by bytes: `split` on characters would keep a combining mark's space (`spec §9`).
    var scopeBytes: [ArraySlice<UInt8>] { claims[.scp]?.utf8?.split(separator: 0x20) ?? [] }
}

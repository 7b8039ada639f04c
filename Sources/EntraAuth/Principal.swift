// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// Who calls, as proven by a token that passed every check.
///
/// Identify a caller by ``tenantID`` and ``objectID``; names and addresses are for display only (`spec §2`).
public struct Principal: Sendable {
    /// What was proven, in one place, so that a principal is passed on by one reference.
    private final class Proof: Sendable {
        let claims: ClaimSet
        let kind: TokenKind
        let version: TokenVersion
        let tenantID: TenantID
        let dates: TokenDates

        init(_ claims: ClaimSet, _ kind: TokenKind, _ version: TokenVersion, _ tenantID: TenantID, _ dates: TokenDates)
        {
            self.claims = claims
            self.kind = kind
            self.version = version
            self.tenantID = tenantID
            self.dates = dates
        }
    }

    private let proof: Proof

    init(claims: ClaimSet, kind: TokenKind, version: TokenVersion, tenantID: TenantID, dates: TokenDates) {
        proof = Proof(claims, kind, version, tenantID, dates)
    }

    var claims: ClaimSet { proof.claims }

    var dates: TokenDates { proof.dates }

    /// On whose behalf the token speaks.
    public var kind: TokenKind { proof.kind }

    /// The token's format.
    public var version: TokenVersion { proof.version }

    /// `tid`.
    public var tenantID: TenantID { proof.tenantID }

    /// `exp`: seconds since 1970.
    public var expiry: Int64 { proof.dates.expiry }

    /// `iat`: seconds since 1970.
    public var issuedAt: Int64 { proof.dates.issuedAt }

    /// `oid`: the user or service principal within its tenant.
    public var objectID: String { claims[.oid]?.string ?? subject }

    /// `sub`: stable per user and application.
    public var subject: String { claims[.sub]?.string ?? "" }

    /// `azp` or `appid`: the client that called.
    public var clientID: String { claims[Self.clientClaim(version)]?.string ?? "" }

    /// `name`: for display only.
    public var name: String? { claims.root["name"]?.string }

    /// `preferred_username`: for display only; it can be changed and can belong to another tenant.
    public var preferredUsername: String? { claims.root["preferred_username"]?.string }

    /// `uti`: the token's id, for logs.
    public var tokenID: String? { claims.root["uti"]?.string }

    /// `scp` split at spaces; empty for an application.
    public var scopes: [String] {
        let list = claims[.scp]?.utf8 ?? []
        return list.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }

    /// `roles`: the user's in a delegated token, the application's in its own.
    public var roles: [String] { claims[.roles]?.elements?.compactMap(\.string) ?? [] }

    /// Any claim as it stands in the token.
    ///
    /// - Parameter name: Such as `xms_cc`.
    /// - Returns: The claim, or nil when absent.
    public func claim(_ name: String) -> JSONElement? { claims.root[name] }

    /// The claim that names the client.
    static func clientClaim(_ version: TokenVersion) -> ClaimName { version == .v2 ? .azp : .appid }
}

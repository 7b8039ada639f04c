// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Asked on every request, after everything else about a token is proven, whether it has been taken back.
///
/// Entra's own revocation events do not reach a custom API (`spec §14`), so this is where an app brings its own.
public protocol RevocationChecking: Sendable {
    /// Judges an authentic token.
    ///
    /// - Parameter principal: Who calls; `tokenID`, `objectID`, `clientID` and `issuedAt` identify what may be revoked.
    /// - Returns: Whether the token still counts.
    func verdict(on principal: Principal) async -> RevocationVerdict
}

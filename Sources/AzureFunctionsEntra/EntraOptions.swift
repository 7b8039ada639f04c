// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import EntraAuth

/// What is decided in code, not in settings.
public struct EntraOptions: Sendable {
    /// When the signing keys are fetched for the first time.
    public enum Startup: Sendable {
        /// In the background, once the port is open; the first call that needs them waits for them.
        case background
        /// Before the port opens; the app does not start without keys.
        case eager
    }

    /// When the signing keys are fetched for the first time.
    public var startup = Startup.background
    /// Whose tokens are accepted, instead of those of `AzureAd__TenantId`, which may then be absent.
    public var tenants: TenantPolicy?
    /// The accepted token formats.
    public var versions: Set<TokenVersion> = [.v2]
    /// How far clocks may differ, in seconds; 0 to 300.
    public var clockSkew: Int64 = 60
    /// Whether the API's tokens are signed with a key of its own, as with claims mapping.
    public var hasCustomSigningKeys = false
    /// Asked on every request whether a token was taken back.
    public var revocation: (any RevocationChecking)?
    /// Spares verified tokens a second verification; off unless set.
    public var cache: VerifiedTokenCache?

    /// Creates the defaults.
    public init() {}
}

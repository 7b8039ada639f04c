// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a token must be, apart from what a route asks for.
public struct ValidatorConfiguration: Sendable {
    /// Who issues tokens.
    public var authority: Authority
    /// Whose tokens are accepted.
    public var tenants: TenantPolicy
    /// The accepted `aud` values, octet by octet: the API's client id, and its App ID URI for v1.0 tokens.
    public var audiences: [String]
    /// The accepted token formats.
    public var versions: Set<TokenVersion> = [.v2]
    /// How far clocks may differ, in seconds; 0 to 300.
    public var clockSkew: Int64 = 60
    /// The longest `exp - iat`, in seconds: tokens of clients with continuous access evaluation live up to 28 hours.
    public var maximumLifetime: Int64 = 30 * 3_600
    /// Claims that every token must have, beside those that are always required.
    public var requiredClaims: [String] = []
    /// The oldest accepted `iat`, in seconds, or nil for any age.
    public var maximumAge: Int64?

    /// Creates a configuration with 60 s of skew that accepts v2.0 tokens.
    ///
    /// - Parameters:
    ///   - authority: Who issues tokens.
    ///   - tenants: Whose tokens are accepted.
    ///   - audiences: The accepted `aud` values.
    public init(authority: Authority, tenants: TenantPolicy, audiences: [String]) {
        self.authority = authority
        self.tenants = tenants
        self.audiences = audiences
    }

    /// Everything that makes this configuration unusable, in words; empty when it is fine.
    public var problems: [String] {
        var problems: [String] = []
        if audiences.isEmpty || audiences.contains(where: \.isEmpty) {
            problems.append("At least one audience is needed, and none may be empty.")
        }
        if versions.isEmpty { problems.append("At least one token version must be accepted.") }
        if !(0...300 ~= clockSkew) { problems.append("The clock skew must be 0 to 300 seconds; it is \(clockSkew).") }
        if maximumLifetime <= 0 { problems.append("The maximum lifetime must be positive.") }
        if let maximumAge, maximumAge <= 0 { problems.append("The maximum age must be positive.") }
        if versions.contains(.v1), authority.legacyIssuerTemplate == nil {
            problems.append("The issuer of v1.0 tokens is not known for \(authority.origin).")
        }
        return problems
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Who issues tokens: where its metadata is, and what its issuer looks like (`spec §3.2`).
///
/// Issuers are never built from input; they come from this list of known clouds and kinds, or from a development
/// authority.
public struct Authority: Sendable, Hashable {
    /// The kinds of directory, which differ in addresses and claims.
    enum Kind: Sendable, Hashable {
        case workforce
        /// Microsoft Entra External ID.
        case external
        /// Azure AD B2C with one user flow, whose tokens have no `tid` by default.
        case b2c(userFlow: String)
    }

    /// Scheme and host, such as `https://login.microsoftonline.com`, without slash at the end.
    public let origin: String
    /// The issuer of v2.0 tokens, with `{tenantid}` in the tenant's place.
    let issuerTemplate: String
    /// The issuer of v1.0 tokens, where the cloud has a known one.
    let legacyIssuerTemplate: String?
    /// Hosts that may serve keys, with port where it is not the default, and `{tenantid}` in the tenant's place.
    let keyHosts: [String]
    let kind: Kind
    private var signsWithApplicationKey: String?

    private init(
        host: String, scheme: String = "https", kind: Kind = .workforce, issuer: String? = nil,
        legacyIssuer: String? = nil, keyHosts: [String] = []
    ) {
        origin = "\(scheme)://\(host)"
        self.kind = kind
        issuerTemplate = issuer ?? "\(scheme)://\(host)/{tenantid}/v2.0"
        legacyIssuerTemplate = legacyIssuer
        self.keyHosts = [host] + keyHosts
    }

    /// The global cloud.
    public static let global = Authority(
        host: "login.microsoftonline.com", legacyIssuer: "https://sts.windows.net/{tenantid}/")
    /// Azure for US Government.
    public static let usGovernment = Authority(host: "login.microsoftonline.us")
    /// Azure in China, operated by 21Vianet.
    public static let china = Authority(
        host: "login.partner.microsoftonline.cn", legacyIssuer: "https://sts.chinacloudapi.cn/{tenantid}/")

    /// Every cloud that is known by its host.
    public static let clouds: [Authority] = [
        .global, .usGovernment, .china,
        // Bleu in France, Delos in Germany, Singapore: microsoft-authentication-library-for-dotnet#5630.
        Authority(host: "login.sovcloud-identity.fr"), Authority(host: "login.sovcloud-identity.de"),
        Authority(host: "login.sovcloud-identity.sg"),
    ]

    /// Microsoft Entra External ID: customers sign in at `https://{name}.ciamlogin.com`.
    ///
    /// - Parameter name: The first label of the host.
    /// - Returns: The authority, or nil when the name is not a DNS label.
    public static func externalID(_ name: String) -> Authority? {
        guard isLabel(name) else { return nil }
        // The issuer names the tenant twice, whatever name the authority is called by (§3.2).
        return Authority(
            host: "\(name).ciamlogin.com", kind: .external, issuer: "https://{tenantid}.ciamlogin.com/{tenantid}/v2.0",
            keyHosts: ["{tenantid}.ciamlogin.com"])
    }

    /// Azure AD B2C: customers sign in at `https://{name}.b2clogin.com` with one user flow.
    ///
    /// - Parameters:
    ///   - name: The first label of the host.
    ///   - userFlow: Such as `B2C_1_signin`.
    /// - Returns: The authority, or nil when a part is not a name.
    public static func b2c(_ name: String, userFlow: String) -> Authority? {
        let isFlow = !userFlow.isEmpty && userFlow.utf8.allSatisfy { isASCIIAlphanumeric($0) || "_-".utf8.contains($0) }
        guard isLabel(name), isFlow else { return nil }
        let host = "\(name).b2clogin.com"
        return Authority(host: host, kind: .b2c(userFlow: userFlow), issuer: "https://\(host)/{tenantid}/v2.0/")
    }

    /// A tenant emulator on this machine.
    ///
    /// - Parameter origin: `http` or `https`, a loopback host and a port, such as `https://localhost:8443`; a slash at
    ///   the end is dropped.
    /// - Returns: The authority, or nil unless the host is `localhost`, `127.0.0.1` or `[::1]`.
    public static func loopback(_ origin: String) -> Authority? {
        let trimmed = origin.hasSuffix("/") ? String(origin.dropLast()) : origin
        guard let url = HTTPURL(trimmed), url.path.isEmpty, url.isLoopback else { return nil }
        return Authority(host: url.authority, scheme: url.scheme)
    }

    /// The same authority for an API whose tokens are signed with a key of its own, as with claims mapping.
    ///
    /// - Parameter clientID: The API's client id; the metadata is asked for with it (`spec §3.4`).
    /// - Returns: The authority that names the API's own keys.
    public func customSigningKeys(clientID: TenantID) -> Authority {
        var authority = self
        authority.signsWithApplicationKey = clientID.description
        return authority
    }

    /// Where a client sends its user to sign in.
    ///
    /// - Parameter tenant: The tenant as addresses name it: a GUID, a domain or an alias.
    /// - Returns: The address of the authorization endpoint.
    public func authorizationURL(tenant: String) -> String {
        "\(origin)/\(tenant)\(flowPath)/oauth2/v2.0/authorize"
    }

    private var flowPath: String {
        if case .b2c(let userFlow) = kind { "/\(userFlow)" } else { "" }
    }

    /// Whether keys may come over plain http: on the loopback of a development machine only.
    var allowsPlainHTTP: Bool { origin.hasPrefix("http://") }

    /// The address of the v2.0 metadata for a tenant path such as a GUID or `organizations`.
    func metadataURL(tenant: String) -> String {
        let query = signsWithApplicationKey.map { "?appid=\($0)" } ?? ""
        return "\(origin)/\(tenant)\(flowPath)/v2.0/.well-known/openid-configuration\(query)"
    }

    /// Whether a URL may serve this authority's keys.
    func mayServeKeys(_ url: HTTPURL, tenant: TenantID?) -> Bool {
        let hosts = keyHosts.compactMap { host in
            host.hasPrefix("{tenantid}") ? tenant.map { $0.description + host.dropFirst(10) } : host
        }
        return hosts.contains(url.authority) && (url.scheme == "https" || allowsPlainHTTP)
    }

    private static func isLabel(_ name: String) -> Bool {
        1...63 ~= name.utf8.count && name.utf8.allSatisfy { isASCIIAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
}

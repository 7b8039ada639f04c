// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Who issues tokens: where its metadata is, and what its issuer looks like (`spec §3.2`).
///
/// Issuers are never built from input; they come from this list of known clouds, or from a development authority.
public struct Authority: Sendable, Hashable {
    /// Scheme and host, such as `https://login.microsoftonline.com`, without slash at the end.
    public let origin: String
    /// The issuer of v2.0 tokens, with `{tenantid}` in the tenant's place.
    let issuerTemplate: String
    /// The issuer of v1.0 tokens, where the cloud has a known one.
    let legacyIssuerTemplate: String?
    /// Hosts that may serve keys, with port where it is not the default.
    let keyHosts: [String]

    private init(origin: String, legacyIssuerTemplate: String?, keyHosts: [String]) {
        self.origin = origin
        self.legacyIssuerTemplate = legacyIssuerTemplate
        self.keyHosts = keyHosts
        issuerTemplate = origin + "/{tenantid}/v2.0"
    }

    private init(host: String, legacyIssuerTemplate: String? = nil) {
        self.init(origin: "https://" + host, legacyIssuerTemplate: legacyIssuerTemplate, keyHosts: [host])
    }

    /// The global cloud.
    public static let global = Authority(
        host: "login.microsoftonline.com", legacyIssuerTemplate: "https://sts.windows.net/{tenantid}/")
    /// Azure for US Government.
    public static let usGovernment = Authority(host: "login.microsoftonline.us")
    /// Azure in China, operated by 21Vianet.
    public static let china = Authority(
        host: "login.partner.microsoftonline.cn", legacyIssuerTemplate: "https://sts.chinacloudapi.cn/{tenantid}/")

    /// Every cloud that is known by its host.
    public static let clouds: [Authority] = [
        .global, .usGovernment, .china,
        // Bleu in France, Delos in Germany, Singapore: microsoft-authentication-library-for-dotnet#5630.
        Authority(host: "login.sovcloud-identity.fr"), Authority(host: "login.sovcloud-identity.de"),
        Authority(host: "login.sovcloud-identity.sg"),
    ]

    /// A tenant emulator on this machine.
    ///
    /// - Parameter origin: `http` or `https`, a loopback host and a port, such as `https://localhost:8443`; a slash at
    ///   the end is dropped.
    /// - Returns: nil unless the host is `localhost`, `127.0.0.1` or `[::1]`.
    public static func loopback(_ origin: String) -> Authority? {
        let trimmed = origin.hasSuffix("/") ? String(origin.dropLast()) : origin
        guard let url = HTTPURL(trimmed), url.path.isEmpty, url.isLoopback else { return nil }
        return Authority(origin: trimmed, legacyIssuerTemplate: nil, keyHosts: [url.authority])
    }

    /// Whether keys may come over plain http: on the loopback of a development machine only.
    var allowsPlainHTTP: Bool { origin.hasPrefix("http://") }

    /// The address of the v2.0 metadata for a tenant path such as a GUID or `organizations`.
    func metadataURL(tenant: String) -> String { "\(origin)/\(tenant)/v2.0/.well-known/openid-configuration" }
}

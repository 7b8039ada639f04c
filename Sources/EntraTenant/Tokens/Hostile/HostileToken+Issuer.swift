// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// ISS: issuer, tenant and key belong together (access-tokens.md, RFC 8725 §3.8).
extension HostileToken {
    static let issuers: [HostileToken] =
        [
            HostileToken("ISS-03", "the issuer of another tenant", .issuerInvalid) {
                try $0.token("iss", .string(issuer($0, foreignTenant)))
            },
            HostileToken("ISS-04", "no tid", .claimMissing) { try $0.token("tid", nil) },
            row("ISS-06", "the issuer's template") { issuer($0, "{tenantid}") },
            row("ISS-07", "a slash at the end") { $0.mint.issuer + "/" },
            row("ISS-09/1", "the host in upper case") { "\(scheme($0))://\($0.host.uppercased())/\($0.tenantID)/v2.0" },
            row("ISS-09/2", "the other of http and https") {
                "\(scheme($0) == "https" ? "http" : "https")://\($0.host)/\($0.tenantID)/v2.0"
            },
            row("ISS-09/3", "another port") { "\(scheme($0))://\(name($0)):443/\($0.tenantID)/v2.0" },
            row("ISS-09/4", "user information") { "\(scheme($0))://x@\($0.host)/\($0.tenantID)/v2.0" },
            HostileToken("ISS-10", "the tenant's id in upper case", .issuerInvalid) { mint in
                try mint.token(payload: {
                    $0["tid"] = .string(mint.tenantID.uppercased())
                    $0["iss"] = .string(issuer(mint, mint.tenantID.uppercased()))
                })
            },
            row("ISS-12/1", "the issuer cut short") { String($0.mint.issuer.dropLast(2)) },
            row("ISS-12/2", "a space at the end") { $0.mint.issuer + " " },
            row("ISS-14/1", "a combining accent at the end") { $0.mint.issuer + "\u{301}" },
            row("ISS-14/2", "a full-width letter") { $0.mint.issuer.replacing("/v2.0", with: "/\u{FF56}2.0") },
            HostileToken("ISS-16", "a v1.0 token", .versionNotAllowed) { mint in
                try mint.token(payload: {
                    $0["ver"] = "1.0"
                    $0["iss"] = .string(mint.mint.version1Issuer)
                    $0["appid"] = $0["azp"]
                    $0["appidacr"] = $0["azpacr"]
                    $0["azp"] = nil
                    $0["azpacr"] = nil
                })
            },
            HostileToken("ISS-21", "a personal account's tenant, signed with this tenant's key", .issuerInvalid) {
                mint in
                try mint.token(payload: {
                    $0["tid"] = .string(personalAccounts)
                    $0["iss"] = .string(issuer(mint, personalAccounts))
                })
            },
            row("ISS-24", "another cloud") { "https://login.microsoftonline.us/\($0.tenantID)/v2.0" },
            row("ISS-25", "an issuer of Azure AD B2C") { "https://x.b2clogin.com/\($0.tenantID)/v2.0/" },
        ]

    /// The tenant of personal Microsoft accounts.
    private static let personalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad"

    private static func row(
        _ id: String, _ summary: String, _ issuer: @escaping @Sendable (HostileMint) -> String
    ) -> HostileToken {
        HostileToken(id, summary, .issuerInvalid) { try $0.token("iss", .string(issuer($0))) }
    }

    private static func issuer(_ mint: HostileMint, _ tenant: String) -> String {
        "\(mint.mint.baseURL)/\(tenant)/v2.0"
    }

    private static func scheme(_ mint: HostileMint) -> String {
        mint.mint.baseURL.hasPrefix("https") ? "https" : "http"
    }

    /// The host without its port.
    private static func name(_ mint: HostileMint) -> String { String(mint.host.prefix { $0 != ":" }) }
}

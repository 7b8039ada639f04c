// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import EntraAuth
import EntraAuthClient
import FoundationEssentials

/// The settings of token validation, read once; every problem is kept and reported together.
///
/// - `AzureAd__TenantId` (GUID, required; alias `AZTENANTID`): whose tokens are accepted.
/// - `AzureAd__ClientId` (GUID, required; alias `AZAPPID`): this API; always an accepted audience.
/// - `AzureAd__Instance` (URL, default `https://login.microsoftonline.com/`): the cloud's authority. In development it
///   may be a tenant on this machine.
/// - `AzureAd__Audience` (list separated by commas or spaces): further accepted audiences, such as `api://…`.
/// - `AzureAd__Domain` (DNS name): the tenant's domain, named as realm in challenges.
/// - `AzureAd__SkipUnrecognizedRequests` (`true` or `false`): taken over from web sign-in, where it concerns a callback
///   address. An API has none: with `true` a notice is logged, and every guarded request is still checked.
/// - `AzureAd__CertificateAuthorityFile` (path of a PEM file, development only): who vouches for a tenant on this machine.
struct EntraSettings: Sendable {
    private(set) var problems: [Problem] = []
    private(set) var configuration: ValidatorConfiguration?
    private(set) var challenge: Challenge?
    private(set) var trust = TrustRoots.system
    private(set) var skipsUnrecognizedRequests = false

    init(_ settings: AppSettings) {
        let tenant = identifier("TenantId", alias: "AZTENANTID", settings)
        let client = identifier("ClientId", alias: "AZAPPID", settings)
        let authority = authority(settings)
        let realm = realm(settings)
        readTrust(settings)
        readFlag(settings)
        guard let tenant, let client, let authority, let realm, problems.isEmpty else { return }
        let further = (settings["AzureAd__Audience"] ?? "").split { $0 == "," || $0 == " " }.map(String.init)
        configuration = ValidatorConfiguration(
            authority: authority, tenants: .single(tenant),
            audiences: [client.description] + further.filter { $0 != client.description })
        challenge = Challenge(
            realm: realm, authorizationURI: "\(authority.origin)/\(tenant)/oauth2/v2.0/authorize")
        for text in configuration?.problems ?? [] { report("AzureAd__Audience", text) }
        if challenge == nil { report("AzureAd__Instance", "It cannot be named in a challenge.") }
    }

    private mutating func report(_ name: String, _ text: String) {
        problems.append(Problem(.setting, "\(name): \(text)"))
    }

    private mutating func identifier(_ key: String, alias: String, _ settings: AppSettings) -> TenantID? {
        let name = "AzureAd__" + key
        let value = settings[name]
        let other = settings[alias]
        if let value, let other, value.lowercased() != other.lowercased() {
            report(name, "It differs from its alias \(alias); set one of them.")
            return nil
        }
        guard let text = value ?? other else {
            report(name, "It is not set; use the GUID of the app registration (alias \(alias)).")
            return nil
        }
        guard let identifier = TenantID(text) else {
            report(value == nil ? alias : name, "\"\(text)\" is not a GUID.")
            return nil
        }
        return identifier
    }

    private mutating func authority(_ settings: AppSettings) -> Authority? {
        let name = "AzureAd__Instance"
        guard let text = settings[name] else { return .global }
        let origin = text.hasSuffix("/") ? String(text.dropLast()) : text
        if let cloud = Authority.clouds.first(where: { $0.origin == origin }) { return cloud }
        guard let loopback = Authority.loopback(origin) else {
            let known = Authority.clouds.map { $0.origin + "/" }.joined(separator: ", ")
            report(name, "\"\(text)\" is not a known authority; use one of \(known).")
            return nil
        }
        guard settings.isDevelopment else {
            report(name, "A tenant on this machine is allowed only with AZURE_FUNCTIONS_ENVIRONMENT=Development.")
            return nil
        }
        return loopback
    }

    private mutating func realm(_ settings: AppSettings) -> String? {
        guard let domain = settings["AzureAd__Domain"] else { return "" }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        let isName =
            labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || $0 == 0x2D }
            }
        if !isName { report("AzureAd__Domain", "\"\(domain)\" is not a DNS name such as contoso.onmicrosoft.com.") }
        return isName ? domain : nil
    }

    private mutating func readTrust(_ settings: AppSettings) {
        let name = "AzureAd__CertificateAuthorityFile"
        guard let path = settings[name] else { return }
        guard settings.isDevelopment else {
            return report(name, "It is allowed only with AZURE_FUNCTIONS_ENVIRONMENT=Development.")
        }
        guard FileManager.default.isReadableFile(atPath: path) else {
            return report(name, "The file \(path) cannot be read.")
        }
        trust = .file(path)
    }

    private mutating func readFlag(_ settings: AppSettings) {
        let name = "AzureAd__SkipUnrecognizedRequests"
        guard settings[name] != nil else { return }
        guard let value = settings.bool(name) else { return report(name, "It must be true or false.") }
        skipsUnrecognizedRequests = value
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import EntraAuth
import EntraAuthClient
import FoundationEssentials

/// The settings of token validation, read once; every problem is kept and reported together.
///
/// - `AzureAd__TenantId` (GUID or domain, required; alias `AZTENANTID`): whose tokens are accepted.
/// - `AzureAd__ClientId` (GUID, required; alias `AZAPPID`): this API; always an accepted audience.
/// - `AzureAd__Instance` (URL, default `https://login.microsoftonline.com/`): the cloud's authority, or that of an
///   External ID or B2C directory (`https://….ciamlogin.com/`, `https://….b2clogin.com/`). In development it may be a
///   tenant on this machine.
/// - `AzureAd__SignUpSignInPolicyId` (name, required for B2C only): the user flow whose tokens are accepted.
/// - `AzureAd__Audience` (list separated by commas or spaces): further accepted audiences, such as `api://…`.
/// - `AzureAd__Domain` (DNS name): the tenant's domain, named as realm in challenges.
/// - `AzureAd__Resource` (URL): the API's own address, named in challenges by its metadata (RFC 9728).
/// - `AzureAd__SkipUnrecognizedRequests` (`true` or `false`): taken over from web sign-in, where it concerns a callback
///   address. An API has none: with `true` a notice is logged, and every guarded request is still checked.
/// - `AzureAd__CertificateAuthorityFile` (path of a PEM file, development only): who vouches for a tenant on this machine.
struct EntraSettings: Sendable {
    private(set) var problems: [Problem] = []
    private(set) var configuration: ValidatorConfiguration?
    private(set) var challenge: Challenge?
    private(set) var trust = TrustRoots.system
    private(set) var skipsUnrecognizedRequests = false
    private(set) var resource: String?
    private(set) var authorizationServers: [String] = []

    init(_ settings: AppSettings, _ options: EntraOptions = EntraOptions()) {
        let tenant = tenant(settings, options)
        let client = identifier("ClientId", alias: "AZAPPID", settings)
        let authority = authority(settings)
        let realm = realm(settings)
        readTrust(settings)
        readFlag(settings)
        guard let tenant, let client, let authority, let realm, problems.isEmpty else { return }
        let further = (settings["AzureAd__Audience"] ?? "").split { $0 == "," || $0 == " " }.map(String.init)
        var configuration = ValidatorConfiguration(
            authority: options.hasCustomSigningKeys ? authority.customSigningKeys(clientID: client) : authority,
            tenants: tenant.policy, audiences: [client.description] + further.filter { $0 != client.description })
        configuration.versions = options.versions
        configuration.clockSkew = options.clockSkew
        self.configuration = configuration
        authorizationServers = ["\(authority.origin)/\(tenant.path)/v2.0"]
        challenge = Challenge(
            realm: realm, authorizationURI: authority.authorizationURL(tenant: tenant.path),
            resourceMetadata: metadataLocation(settings))
        for text in configuration.problems { report("Entra", text) }
        if challenge == nil { report("AzureAd__Instance", "It cannot be named in a challenge.") }
    }

    private mutating func report(_ name: String, _ text: String) {
        problems.append(Problem(.setting, "\(name): \(text)"))
    }

    /// The tenants that are accepted, and what stands for them in addresses.
    private mutating func tenant(
        _ settings: AppSettings, _ options: EntraOptions
    ) -> (policy: TenantPolicy, path: String)? {
        if let policy = options.tenants { return (policy, settings["AzureAd__TenantId"] ?? "organizations") }
        let text = settings["AzureAd__TenantId"] ?? settings["AZTENANTID"]
        if let text, settings["AZTENANTID"] ?? text == text, let policy = TenantPolicy.domain(text) {
            return (policy, text)
        }
        return identifier("TenantId", alias: "AZTENANTID", settings).map { (.single($0), $0.description) }
    }

    private mutating func metadataLocation(_ settings: AppSettings) -> String? {
        let name = "AzureAd__Resource"
        guard let text = settings[name] else { return nil }
        let metadata = ProtectedResourceMetadata(resource: text, authorizationServers: [], scopes: [])
        guard let location = metadata.location else {
            report(name, "\"\(text)\" is not an absolute http or https URL without fragment.")
            return nil
        }
        resource = text
        return location
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
            let forms = key == "TenantId" ? "neither a GUID nor a domain" : "not a GUID"
            report(value == nil ? alias : name, "\"\(text)\" is \(forms).")
            return nil
        }
        return identifier
    }

    private mutating func authority(_ settings: AppSettings) -> Authority? {
        let name = "AzureAd__Instance"
        guard let text = settings[name] else { return .global }
        let origin = text.hasSuffix("/") ? String(text.dropLast()) : text
        if let cloud = Authority.clouds.first(where: { $0.origin == origin }) { return cloud }
        if origin.hasSuffix(".ciamlogin.com") || origin.hasSuffix(".b2clogin.com") {
            return directory(origin, settings)
        }
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

    /// A directory for customers: External ID, or B2C with its user flow.
    private mutating func directory(_ origin: String, _ settings: AppSettings) -> Authority? {
        let name = String(origin.dropFirst("https://".count).prefix { $0 != "." })
        let external = Authority.externalID(name)
        if external?.origin == origin { return external }
        let flow = settings["AzureAd__SignUpSignInPolicyId"]
        if origin == "https://\(name).b2clogin.com", let flow, let authority = Authority.b2c(name, userFlow: flow) {
            return authority
        }
        report(
            "AzureAd__Instance",
            "It must be https://<name>.ciamlogin.com/, or https://<name>.b2clogin.com/ with the user flow in "
                + "AzureAd__SignUpSignInPolicyId.")
        return nil
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

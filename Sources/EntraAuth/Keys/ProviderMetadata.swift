// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// An authority's metadata document, believed only after its issuer and its key server are what they must be
/// (`spec §4`, OpenID Connect Discovery §4.3).
struct ProviderMetadata: Sendable, Equatable {
    static let limits = JSONLimits(bytes: 64 << 10, depth: 16, members: 256, values: 8_192)

    let keySetURL: String
    let cloudInstanceName: [UInt8]?

    /// Judges a document; the tenant is the one that was asked for, or nil for an alias such as `organizations`.
    init(parsing body: [UInt8], authority: Authority, tenant: TenantID?) throws(FetchError) {
        let root: JSONElement
        do throws(JSONError) {
            root = try JSONDocument(parsing: body, limits: Self.limits).root
        } catch {
            throw FetchError(.malformed, "The metadata is not strict JSON: \(error).")
        }
        guard let issuer = root["issuer"]?.utf8, let keySet = root["jwks_uri"]?.string else {
            throw FetchError(.malformed, "The metadata has no string \"issuer\" or no string \"jwks_uri\".")
        }
        let expected = IssuerTemplate(authority.issuerTemplate)
        guard tenant.map({ expected.matches(issuer, tenant: $0) }) ?? expected.isTemplate(issuer) else {
            throw FetchError(.foreign, "The metadata's issuer is not that of \(authority.origin) for this tenant.")
        }
        guard let url = HTTPURL(keySet), authority.keyHosts.contains(url.authority),
            url.scheme == "https" || authority.allowsPlainHTTP
        else {
            throw FetchError(
                .foreign, "The metadata's jwks_uri is not on \(authority.keyHosts.joined(separator: ", ")).")
        }
        keySetURL = keySet
        cloudInstanceName = root["cloud_instance_name"]?.utf8.map(Array.init)
    }
}

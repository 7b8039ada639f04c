// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// An authority's metadata document, believed only after its issuer and its key server are what they must be
/// (`spec §4`, OpenID Connect Discovery §4.3).
struct ProviderMetadata: Sendable, Equatable {
    static let limits = JSONLimits(bytes: 64 << 10, depth: 16, members: 256, values: 8_192)

    let keySetURL: String
    let cloudInstanceName: [UInt8]?
    /// The tenant that the issuer names; nil for a template.
    let tenant: TenantID?
    /// Whether signing algorithms are listed and RS256 is not among them: worth a warning, and never a wider list.
    let namesOtherAlgorithms: Bool

    init(parsing body: [UInt8], authority: Authority, asked: MetadataTenant) throws(FetchError) {
        let root: JSONElement
        do throws(JSONError) {
            root = try JSONDocument(parsing: body, limits: Self.limits).root
        } catch {
            throw FetchError(.malformed, "The metadata is not strict JSON: \(error).")
        }
        guard let issuer = root["issuer"]?.utf8, let keySet = root["jwks_uri"]?.string else {
            throw FetchError(.malformed, "The metadata has no string \"issuer\" or no string \"jwks_uri\".")
        }
        let template = IssuerTemplate(authority.issuerTemplate)
        tenant = template.tenant(in: issuer)
        let isExpected =
            switch asked {
            case .id(let id): tenant == id
            case .domain: tenant != nil
            case .alias: template.isTemplate(issuer)
            }
        guard isExpected else {
            throw FetchError(.foreign, "The metadata's issuer is not that of \(authority.origin) for \(asked.path).")
        }
        guard let url = HTTPURL(keySet), authority.mayServeKeys(url, tenant: tenant) else {
            throw FetchError(
                .foreign, "The metadata's jwks_uri is not on \(authority.keyHosts.joined(separator: ", ")).")
        }
        let cloud = root["cloud_instance_name"]
        guard cloud == nil || cloud?.kind == .string else {
            throw FetchError(.malformed, "The metadata's \"cloud_instance_name\" is not a string.")
        }
        keySetURL = keySet
        cloudInstanceName = cloud?.utf8.map(Array.init)
        let algorithms = root["id_token_signing_alg_values_supported"]?.elements
        let listsOurs = algorithms?.contains { $0.utf8.map { isEqual($0, "RS256") } ?? false }
        namesOtherAlgorithms = listsOurs == false
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant
import FoundationEssentials

/// What a token should be: whose, for which API, signed with which keys, allowing what.
struct InspectionTarget {
    let authority: Authority
    let tenant: TenantID
    /// The first one is the API's client id.
    let audiences: [String]
    let scopes: [String]
    let appRoles: [String]
    /// Where the keys are from, in words; nil when there are none.
    let keySource: String?
    private let transport: any DocumentTransport

    init(_ options: InspectOptions) throws {
        let local = options.usesLocalTenant ? try LocalDefaults(options.state, clientID: options.clientID) : nil
        let clientID = try Self.identifier(options.clientID ?? local?.clientID, "--client-id", "the API's client id")
        tenant = try Self.identifier(options.tenant ?? local?.tenantID, "--tenant", "the tenant's id")
        authority = try Self.authority(options.instance ?? local?.baseURL ?? Authority.global.origin)
        audiences = [clientID.description] + options.audiences
        appRoles = options.appRoles
        scopes = options.scopes.isEmpty && appRoles.isEmpty ? [local?.scope ?? "access_as_user"] : options.scopes
        if let path = options.keys {
            keySource = path
            transport = OfflineDocuments(
                keySet: try Self.file(path), authority: authority, tenants: .single(tenant),
                cloudInstanceName: Self.cloudInstanceName(of: authority))
        } else if let local {
            keySource = "the local tenant \(local.baseURL)"
            transport = OfflineDocuments(
                keySet: local.keySet, authority: authority, tenants: .single(tenant),
                cloudInstanceName: local.cloudInstanceName)
        } else {
            keySource = nil
            transport = NoDocuments()
        }
        for problem in configuration.problems + policy.problems { throw CommandError(problem) }
    }

    func inspect(_ input: TokenInput, at now: Int64) async -> TokenInspection {
        let time = FixedTime(now)
        let keys = KeyStore(authority: authority, tenants: configuration.tenants, transport: transport, time: time)
        return await input.inspected(
            by: TokenValidator(configuration: configuration, keys: keys, time: time), policy: policy)
    }

    /// Where Entra publishes the keys for this target.
    var keySetURL: String { "\(authority.origin)/\(tenant)/discovery/v2.0/keys" }

    private var configuration: ValidatorConfiguration {
        ValidatorConfiguration(authority: authority, tenants: .single(tenant), audiences: audiences)
    }

    private var policy: AuthorizationPolicy {
        guard !scopes.isEmpty else { return .appRoles(anyOf: appRoles) }
        return appRoles.isEmpty ? .scopes(anyOf: scopes) : .scopes(anyOf: scopes).orAppRoles(anyOf: appRoles)
    }

    private static func identifier(_ text: String?, _ option: String, _ meaning: String) throws -> TenantID {
        guard let text else { throw CommandError("Name \(meaning) with \(option).") }
        guard let identifier = TenantID(text) else { throw CommandError("\(option) \"\(text)\" is not a GUID.") }
        return identifier
    }

    private static func authority(_ text: String) throws -> Authority {
        let origin = text.hasSuffix("/") ? String(text.dropLast()) : text
        if let authority = Authority.clouds.first(where: { $0.origin == origin }) ?? .loopback(origin) {
            return authority
        }
        let known = Authority.clouds.map(\.origin).joined(separator: ", ")
        throw CommandError("\"\(text)\" is not a known authority; use one of \(known).")
    }

    /// The names that metadata and keys of these clouds carry; others are not compared.
    private static func cloudInstanceName(of authority: Authority) -> String? {
        switch authority {
        case .global: "microsoftonline.com"
        case .usGovernment: "microsoftonline.us"
        default: nil
        }
    }

    private static func file(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandError("The file \(path) cannot be read.")
        }
        guard data.count <= FetchLimits.keySet.bodySize else {
            throw CommandError("The file \(path) is larger than \(FetchLimits.keySet.bodySize) bytes: is it a key set?")
        }
        return Array(data)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import FoundationEssentials
import StrictJSON

/// What the local tenant knows of itself, read from its files.
struct LocalDefaults {
    let tenantID: String
    let clientID: String?
    let scope: String?
    /// Scheme, host and port, without a slash at the end.
    let baseURL: String
    private let keys: [SigningKey]

    init(_ options: StateOptions, clientID: String?) throws {
        let folder = options.directory
        // Opening the state would make one.
        guard FileManager.default.fileExists(atPath: folder + "/endpoint.json") else {
            throw CommandError(
                "No tenant has run with the state in \(folder). Say what the token should be: --tenant and --client-id, "
                    + "and the keys with --keys.")
        }
        let directory = try options.tenantDirectory()
        let state: TenantState
        do {
            state = try TenantState(directory: folder)
            guard let endpoint = try state.loadEndpoint() else {
                throw CommandError("The state in \(folder) knows no tenant. Run \"swift-func start\" first.")
            }
            baseURL = endpoint
        } catch let error as TenantStateError {
            throw CommandError("\(error)")
        }
        let api = clientID.map { id in directory.apis.first { $0.clientID == id.lowercased() } } ?? directory.apis.first
        tenantID = directory.tenantID
        self.clientID = api?.clientID
        scope = api?.scopes.first
        keys = state.keys.published
    }

    /// The tenant's metadata names itself where Entra's names its cloud.
    var cloudInstanceName: String {
        baseURL.firstIndex(of: "/").map { String(baseURL[$0...].drop { $0 == "/" }) } ?? baseURL
    }

    /// The key set as the tenant publishes it.
    var keySet: [UInt8] {
        let elements = keys.map { key -> JSONValue in
            [
                "kty": "RSA", "use": "sig", "kid": .string(key.keyID), "n": .string(Self.base64URL(key.modulus)),
                "e": .string(Self.base64URL(key.publicExponent)), "cloud_instance_name": .string(cloudInstanceName),
                "issuer": .string("\(baseURL)/\(tenantID)/v2.0"),
            ]
        }
        let document: JSONValue = ["keys": .array(elements)]
        return document.serialized()
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

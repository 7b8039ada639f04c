// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What can be wrong with metadata that is well-formed JSON.
enum MetadataFault: Sendable {
    case foreignIssuer
    case member(String, JSONValue?)

    /// The document as it is sent.
    func apply(to document: JSONValue, baseURL: String) -> JSONValue {
        guard var object = document.object else { return document }
        switch self {
        case .foreignIssuer: object["issuer"] = .string("\(baseURL)/\(HostileToken.foreignTenant)/v2.0")
        case .member(let name, let value): object[name] = value
        }
        return .object(object)
    }
}

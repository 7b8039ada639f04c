// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The answer to MSAL's instance discovery: this host is an authority, and its only name.
enum InstanceDocument {
    static func document(_ segment: TenantSegment, baseURL: String) -> JSONValue {
        let host = JSONValue.string(MetadataDocument.host(of: baseURL))
        return [
            "tenant_discovery_endpoint": .string("\(baseURL)/\(segment.path)/v2.0/.well-known/openid-configuration"),
            "api-version": "1.1",
            "metadata": [["preferred_network": host, "preferred_cache": host, "aliases": [host]]],
        ]
    }
}

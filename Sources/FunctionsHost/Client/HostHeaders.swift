// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1

/// The headers that the host adds to its calls (host contract §4.2).
enum HostHeaders {
    static let version = "4.1037.0.0"
    static let userAgent = "Azure-Functions-Host/\(version)"
    static let hostVersion = "X-Azure-Functions-HostVersion"
    static let invocationID = "X-Azure-Functions-InvocationId"

    /// Sets the host's own values, whatever a client sent under these names.
    static func set(_ id: String, on headers: inout HTTPHeaders) {
        headers.replaceOrAdd(name: hostVersion, value: version)
        headers.replaceOrAdd(name: invocationID, value: id)
    }
}

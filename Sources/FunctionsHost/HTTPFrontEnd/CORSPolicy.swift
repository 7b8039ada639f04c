// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes

/// `Host.CORS` of local.settings.json: preflights are answered before the host sees them (host contract §11.1).
struct CORSPolicy: Sendable {
    let origins: [String]
    let hasCredentials: Bool

    /// The headers for a request's origin; nil when it is not allowed, or there is none.
    func headers(origin: String?) -> HTTPFields? {
        guard let origin else { return nil }
        let isWild = origins.contains("*")
        guard isWild || origins.contains(where: { $0.lowercased() == origin.lowercased() }) else { return nil }
        var fields = HTTPFields()
        fields[.accessControlAllowOrigin] = isWild && !hasCredentials ? "*" : origin
        if hasCredentials { fields[.accessControlAllowCredentials] = "true" }
        fields.append(HTTPField(name: .vary, value: "Origin"))
        return fields
    }

    /// The answer to a preflight; nil for any other request.
    func preflight(_ request: HTTPRequest) -> HTTPFields? {
        guard request.method == .options, !origins.isEmpty, request.headerFields[.origin] != nil,
            let method = request.headerFields[.accessControlRequestMethod]
        else { return nil }
        guard var fields = headers(origin: request.headerFields[.origin]) else { return [:] }
        fields[.accessControlAllowMethods] = method
        fields[.accessControlAllowHeaders] = request.headerFields[.accessControlRequestHeaders]
        return fields
    }
}

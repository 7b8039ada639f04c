// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

/// Which browsers' pages may call, and how.
public struct CORSPolicy: Sendable, Hashable {
    /// Origins such as `https://app.example`, or `*` alone for all.
    public var origins: [String]
    /// Methods that a preflight allows.
    public var methods: [HTTPRequest.Method]
    /// Request header fields that a preflight allows; nil allows those that are asked for.
    public var requestFields: [HTTPField.Name]?
    /// Response header fields that a page may read.
    public var exposedFields: [HTTPField.Name]
    /// Whether a page may send cookies; not with `*`.
    public var allowsCredentials: Bool
    /// For how long a browser may keep a preflight's answer, in whole seconds.
    public var maximumAge: Duration

    /// Creates a policy.
    ///
    /// - Parameters:
    ///   - origins: Origins such as `https://app.example`, or `*` alone for all.
    ///   - methods: Methods that a preflight allows.
    ///   - requestFields: Request header fields that a preflight allows; nil allows those that are asked for.
    ///   - exposedFields: Response header fields that a page may read.
    ///   - allowsCredentials: Whether a page may send cookies; not with `*`.
    ///   - maximumAge: For how long a browser may keep a preflight's answer.
    public init(
        origins: [String], methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete],
        requestFields: [HTTPField.Name]? = nil, exposedFields: [HTTPField.Name] = [], allowsCredentials: Bool = false,
        maximumAge: Duration = .seconds(600)
    ) {
        self.origins = origins
        self.methods = methods
        self.requestFields = requestFields
        self.exposedFields = exposedFields
        self.allowsCredentials = allowsCredentials
        self.maximumAge = maximumAge
    }

    var problems: [String] {
        var problems: [String] = []
        if origins.contains("*"), allowsCredentials {
            problems.append("CORS: browsers refuse credentials together with the origin \"*\"; list the origins.")
        }
        for origin in origins where origin != "*" {
            let rest = origin.hasPrefix("https://") ? origin.dropFirst(8) : origin.dropFirst(7)
            if !(origin.hasPrefix("https://") || origin.hasPrefix("http://")) || rest.isEmpty || rest.contains("/") {
                problems.append(
                    "CORS: \"\(origin)\" is not an origin; write scheme and host, such as https://app.example.")
            }
        }
        return problems
    }

    func preflight(_ request: FunctionRequest, origin: String?) -> FunctionResponse {
        var response = FunctionResponse(status: .noContent)
        guard allowed(origin) != nil else { return response }
        response.headers[.accessControlAllowMethods] = methods.map(\.rawValue).joined(separator: ", ")
        let asked = request.values(of: .accessControlRequestHeaders).joined(separator: ", ")
        let fields = requestFields.map { $0.map(\.rawName).joined(separator: ", ") } ?? asked
        if !fields.isEmpty { response.headers[.accessControlAllowHeaders] = fields }
        response.headers[.accessControlMaxAge] = "\(maximumAge.components.seconds)"
        return response
    }

    func apply(to response: inout FunctionResponse, origin: String?) {
        // One field value: envelope mode joins several, and a cache must not mix origins.
        if !origins.contains("*") {
            let present = response.headers[.vary]
            response.headers[.vary] = present.map { $0 + ", Origin" } ?? "Origin"
        }
        guard let origin = allowed(origin) else { return }
        response.headers[.accessControlAllowOrigin] = origin
        if allowsCredentials { response.headers[.accessControlAllowCredentials] = "true" }
        if !exposedFields.isEmpty {
            response.headers[.accessControlExposeHeaders] = exposedFields.map(\.rawName).joined(separator: ", ")
        }
    }

    /// The value to answer with; origins compare by bytes.
    private func allowed(_ origin: String?) -> String? {
        guard let origin else { return nil }
        if origins.contains("*") { return "*" }
        return origins.contains { $0.utf8.elementsEqual(origin.utf8) } ? origin : nil
    }
}

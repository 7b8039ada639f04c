// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes
import StrictJSON

/// An HTTP request to a function, however the host delivered it.
public struct FunctionRequest: Sendable {
    enum Fields: Sendable {
        /// `Headers` of an envelope: names with arrays of values, converted only when asked for.
        case envelope(JSONElement?)
        case plain(HTTPFields)
        /// As they came over the wire, converted only when asked for.
        case wire(HeaderFields)
    }

    /// The method.
    public let method: HTTPRequest.Method
    /// The URL as the host reports it; without scheme and host when the request was forwarded.
    public let url: String
    /// The values of the route template's parameters.
    public let parameters: RouteParameters
    /// The query.
    public let query: QueryParameters
    /// The body.
    public let body: RequestBody
    private let fields: Fields
    /// `Identities` of an envelope.
    let identityList: JSONElement?

    /// Creates a request, for tests.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - url: Path and query.
    ///   - parameters: The values of the route template's parameters.
    ///   - headers: The header fields.
    ///   - body: The body's bytes.
    public init(
        method: HTTPRequest.Method = .get, url: String = "/", parameters: [String: String] = [:],
        headers: HTTPFields = [:], body: [UInt8] = []
    ) {
        self.init(
            method: method, url: url, parameters: RouteParameters(parameters.map { ($0.key, $0.value) }),
            query: QueryParameters(target: url), fields: .plain(headers), body: RequestBody(body))
    }

    init(
        method: HTTPRequest.Method, url: String, parameters: RouteParameters, query: QueryParameters, fields: Fields,
        identities: JSONElement? = nil, body: RequestBody
    ) {
        self.method = method
        self.url = url
        self.parameters = parameters
        self.query = query
        self.fields = fields
        identityList = identities
        self.body = body
    }

    /// The values of one header field, a value for each line of the request, not joined.
    ///
    /// - Parameter name: The field's name.
    /// - Returns: The values in order.
    public func values(of name: HTTPField.Name) -> [String] {
        bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of the values of one header field, without a string for each.
    package func bytes(of name: HTTPField.Name) -> [ArraySlice<UInt8>] {
        switch fields {
        case .plain(let fields):
            return fields[values: name].map { Array($0.utf8)[...] }
        case .wire(let fields):
            return fields.bytes(of: name.canonicalName)
        case .envelope(let headers):
            // Names compare without case, so several members of the envelope may be one field.
            var values: [ArraySlice<UInt8>] = []
            for member in headers?.fields(named: name.canonicalName) ?? [] {
                if let value = member.utf8 { values.append(value) }
                if let elements = member.elements { values += elements.compactMap(\.utf8) }
            }
            return values
        }
    }

    /// All header fields.
    public var headers: HTTPFields {
        switch fields {
        case .plain(let fields):
            return fields
        case .wire(let headers):
            var fields = HTTPFields()
            for (name, value) in headers {
                guard let name = HTTPField.Name(name) else { continue }
                fields.append(HTTPField(name: name, value: value))
            }
            return fields
        case .envelope(let headers):
            var fields = HTTPFields()
            for member in headers?.members.map(Array.init) ?? [] {
                guard let name = HTTPField.Name(member.name) else { continue }
                for value in strings(member.value) { fields.append(HTTPField(name: name, value: value)) }
            }
            return fields
        }
    }

    private func strings(_ value: JSONElement) -> [String] {
        value.string.map { [$0] } ?? value.elements?.compactMap(\.string) ?? []
    }
}

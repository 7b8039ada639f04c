// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import HTTPTypes
import NIOHTTP1
import StrictJSON

/// A client's request on its way through the host.
struct EmulatedRequest {
    let method: HTTPRequest.Method
    let target: String
    let headers: HTTPFields
    let body: [UInt8]
    var stream: HandlerRequest.BodySource?

    /// As plain HTTP (host contract §4.3).
    func forwarded(invocationID: String) -> HandlerRequest {
        var fields = HTTPHeaders([("Host", "localhost")])
        for field in headers { fields.add(name: field.name.rawName, value: field.value) }
        fields.replaceOrAdd(name: "X-Azure-Functions-InvocationId", value: invocationID)
        return HandlerRequest(
            method: HTTPMethod(rawValue: method.rawValue), target: target, headers: fields, body: body, stream: stream)
    }

    /// As an envelope (host contract §7.2).
    func envelope(_ function: EmulatedFunction, _ parameters: RouteValues) -> JSONValue {
        let query = QueryParameters(target: target).pairs
        var data: JSONObject = [
            "Url": .string("http://localhost" + decodedPath + (target.firstIndex(of: "?").map { target[$0...] } ?? "")),
            "Method": .string(method.rawValue), "Query": .object(joined(query)),
            "Headers": .object(fields.mapValues { .array($0.map(JSONValue.string)) }),
            "Params": .object(parameterObject(parameters)), "Identities": [],
        ]
        if !body.isEmpty { data["Body"] = .string(encodedBody) }
        var metadata = JSONObject()
        for member in bodyMembers { metadata[member.name] = EmulatedPayload.encoded(member.value) }
        for (name, value) in query where name != "code" { metadata[name] = EmulatedPayload.encoded(.string(value)) }
        for (name, value) in parameters { metadata[name] = value.map { EmulatedPayload.encoded(.string($0)) } }
        if metadata["Query"] == nil { metadata["Query"] = .object(last(query)) }
        if metadata["Headers"] == nil {
            metadata["Headers"] = .object(fields.mapValues { .string($0.joined(separator: ",")) })
        }
        metadata["sys"] = EmulatedSystem.metadata(function.name)
        return ["Data": .object([function.trigger.name: .object(data)]), "Metadata": .object(metadata)]
    }

    private var decodedPath: String {
        let path = target.prefix { $0 != "?" }
        return PercentEncoding.decode(path, keepsSlash: true) ?? String(path)
    }

    /// The names as they came first, with their values in order.
    private var fields: FieldLines {
        var lines = FieldLines()
        lines.append("Host", "localhost")
        for field in headers { lines.append(field.name.rawName, field.value) }
        return lines
    }

    private var mediaType: String {
        (headers[.contentType] ?? "").prefix { $0 != ";" && $0 != " " }.lowercased()
    }

    private var encodedBody: String {
        mediaType == "application/octet-stream" || mediaType.hasPrefix("multipart/")
            ? Data(body).base64EncodedString() : String(decoding: body, as: UTF8.self)
    }

    /// Arrays and nulls are not merged into the metadata; numbers become strings (host contract §7.1).
    private var bodyMembers: [(name: String, value: JSONValue)] {
        guard !body.isEmpty, case .object(let object)? = try? JSONValue(parsing: body) else { return [] }
        return object.compactMap { member in
            switch member.value {
            case .null, .array: nil
            case .integer(let number): (member.name, .string("\(number)"))
            case .number(let number): (member.name, .string("\(number)"))
            case .bool(let value): (member.name, .string(value ? "True" : "False"))
            case .string, .object: (member.name, member.value)
            }
        }
    }

    private func parameterObject(_ parameters: RouteValues) -> JSONObject {
        var object = JSONObject()
        for (name, value) in parameters { object[name] = value.map(JSONValue.string) ?? .null }
        return object
    }

    private func joined(_ pairs: [(name: String, value: String)]) -> JSONObject {
        var object = JSONObject()
        for (name, value) in pairs { object[name] = .string((object[name]?.string).map { "\($0),\(value)" } ?? value) }
        return object
    }

    private func last(_ pairs: [(name: String, value: String)]) -> JSONObject {
        var object = JSONObject()
        for (name, value) in pairs { object[name] = .string(value) }
        return object
    }
}

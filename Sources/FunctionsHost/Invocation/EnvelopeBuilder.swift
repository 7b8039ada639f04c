// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON

/// Builds the body of an envelope request (host contract §7).
struct EnvelopeBuilder {
    let functionName: String
    let now: Date
    let randomID: String
    /// Nil without a retry policy.
    let retry: RetryState?

    /// The metadata of an HTTP function (host contract §7.2).
    func httpMetadata(_ request: ClientRequest) -> BindingData {
        var metadata = BindingData()
        let query = request.queryValues
        for item in query where item.name.lowercased() != "code" {
            metadata.set(item.name, WireValue.encode(.string(item.values.last ?? "")))
        }
        for parameter in request.parameters {
            if let value = parameter.value { metadata.set(parameter.name, WireValue.encode(.string(value))) }
        }
        if ["application/json", "text/json"].contains(request.mediaType) || request.mediaType.hasSuffix("+json"),
            let body = try? JSONValue(parsing: request.body)
        {
            metadata.merge(body)
        }
        metadata.setIfAbsent("Query", .object(Self.object(query) { .string($0.last ?? "") }))
        metadata.setIfAbsent(
            "Headers", .object(Self.object(request.headerValues) { .string($0.joined(separator: ",")) }))
        return metadata
    }

    /// The values for `{name}` in this function's bindings.
    func expression(_ metadata: BindingData) -> BindingExpression {
        BindingExpression(data: metadata, functionName: functionName, now: now, randomID: randomID)
    }

    /// An envelope with what every one has: `sys`, and `RetryContext` where there is a retry policy.
    ///
    /// - Parameters:
    ///   - data: What triggered the function, and its inputs, by binding name.
    ///   - metadata: What the trigger adds.
    /// - Returns: The body of the request.
    func envelope(_ data: JSONObject, metadata: BindingData) -> JSONValue {
        var metadata = metadata
        if let retry { metadata.set("RetryContext", retry.json) }
        metadata.set(
            "sys",
            [
                "MethodName": .string(functionName), "UtcNow": .string(HostDate.ticks(now)),
                "RandGuid": .string(randomID),
            ])
        return ["Data": .object(data), "Metadata": .object(metadata.object)]
    }

    /// The `req` object of an HTTP function (host contract §7.2).
    static func data(_ request: ClientRequest) -> JSONValue {
        var data: JSONObject = [
            "Url": .string(
                "\(request.scheme)://\(request.authority)\(PercentDecoding.path(request.path))\(request.query)"),
            "Method": .string(request.method),
            "Query": .object(object(request.queryValues) { .string($0.joined(separator: ",")) }),
            "Headers": .object(object(request.headerValues) { .array($0.map(JSONValue.string)) }),
            "Params": .object(
                request.parameters.reduce(into: [:]) { $0[$1.name] = $1.value.map(JSONValue.string) ?? .null }),
            "Identities": .array(identities(request)),
        ]
        if !request.body.isEmpty { data["Body"] = body(request) }
        return .object(data)
    }

    private static func identities(_ request: ClientRequest) -> [JSONValue] {
        let signedIn = request.values("x-ms-client-principal").first.flatMap(ClientPrincipal.identity)
        return [CallerIdentity.json(request.caller)] + (signedIn.map { [$0] } ?? [])
    }

    /// Bytes survive under two media types only; the rest is read as UTF-8, broken or not.
    private static func body(_ request: ClientRequest) -> JSONValue {
        if request.mediaType == "application/octet-stream" || request.mediaType.hasPrefix("multipart/") {
            return .string(Data(request.body).base64EncodedString())
        }
        let text = request.body.starts(with: [0xEF, 0xBB, 0xBF]) ? request.body.dropFirst(3) : request.body[...]
        return .string(String(decoding: text, as: UTF8.self))
    }

    private static func object(
        _ items: [(name: String, values: [String])], _ value: ([String]) -> JSONValue
    ) -> JSONObject {
        JSONObject(uniqueMembers: items.map { ($0.name, value($0.values)) })
    }
}

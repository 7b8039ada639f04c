// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import NIOHTTP1
import StrictJSON

/// The handler's answer to an envelope, read by the host's rules (host contract §8).
struct InvocationAnswer {
    let result: JSONValue

    /// - Throws: ``InvocationFailure`` for everything that fails an invocation (§8.1).
    init(_ response: HandlerResponse) throws(InvocationFailure) {
        let status = Int(response.status.code)
        guard 200..<300 ~= status else {
            throw InvocationFailure(status: status, message: String(decoding: response.body, as: UTF8.self))
        }
        let type = response.headers.first(name: "Content-Type")?.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard type == "application/json" else {
            throw InvocationFailure(status: status, message: "The result's content type is not application/json.")
        }
        guard let result = try? JSONValue(parsing: response.body), case .object = result else {
            throw InvocationFailure(status: status, message: "The result is not a JSON object.")
        }
        self.result = result
    }

    /// The client's view of an HTTP output (§8.4).
    func response(_ binding: String) throws(InvocationFailure) -> FunctionResponse {
        guard case .object? = result["Outputs"] else { return FunctionResponse(status: .noContent) }
        guard let output = result["Outputs"]?[binding] else { return .text("{}") }
        guard case .object = output else {
            throw InvocationFailure(status: 500, message: "The output \(binding) is not an HTTP response object.")
        }
        var headers = HTTPFields()
        for member in output["headers"]?.object ?? [:] {
            guard let name = HTTPField.Name(member.name), let value = Self.text(member.value) else {
                throw InvocationFailure(status: 500, message: "The header field \(member.name) has no usable value.")
            }
            headers[name] = value
        }
        if headers[.contentType] == nil { headers[.contentType] = "text/plain; charset=utf-8" }
        return FunctionResponse(
            status: HTTPResponse.Status(code: Self.status(output["statusCode"])), headers: headers,
            body: Self.body(output["body"]))
    }

    private static func status(_ value: JSONValue?) -> Int {
        let code = value?.int64 ?? value?.string.flatMap { Int64($0) }
        return code.flatMap { 100...999 ~= $0 ? Int($0) : nil } ?? 200
    }

    private static func body(_ value: JSONValue?) -> [UInt8] {
        switch value {
        case .string(let text): Array(text.utf8)
        case .bool(let flag): Array((flag ? "True" : "False").utf8)
        case .object, .array: value?.serialized(.pretty) ?? []
        case .integer, .number: value?.serialized() ?? []
        case .null, nil: []
        }
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .bool(let flag): flag ? "True" : "False"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .null, .array, .object: nil
        }
    }
}

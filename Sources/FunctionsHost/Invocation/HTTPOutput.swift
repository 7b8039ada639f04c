// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Makes the client's answer of a result (host contract §8.4, §8.5).
enum HTTPOutput {
    private static let noContent = HTTPAnswer(status: 204)
    private static let unreadable = InvocationFailure(
        "Failed while trying to Deserialize to httpOutputBindingResponse. Output is not in expected format")

    static func answer(_ result: HandlerResult, bindings: [FunctionBinding]) throws(InvocationFailure) -> HTTPAnswer {
        let output = bindings.first(where: \.isHTTPOutput)
        if let output, output.isReturn { return try returned(result.returnValue, isBinary: output.isBinary) }
        let hasReturnBinding = bindings.contains { $0.direction != .in && $0.isReturn }
        guard let output else { return noContent }
        if let value = result.outputs?[output.name] { return try named(value) }
        // An object that nothing else takes is copied over the outputs as it is.
        if !hasReturnBinding, let value = result.returnValue[output.name] { return try sniffed(value) }
        if result.outputs != nil { return .text("{}") }
        if hasReturnBinding || result.returnValue.isNull { return noContent }
        if let text = result.returnValue.string { return .text(text) }
        return .text(
            String(decoding: result.returnValue.serialized(), as: UTF8.self), type: "application/json; charset=utf-8")
    }

    /// An output by name: four members, of which `status` is not looked at.
    private static func named(_ value: JSONValue) throws(InvocationFailure) -> HTTPAnswer {
        var value = value
        if let text = value.string {
            guard let parsed = try? JSONValue(parsing: Array(text.utf8)) else { throw unreadable }
            value = parsed
        }
        guard let object = value.object else { throw unreadable }
        return try response(object, status: member(object, "statusCode"))
    }

    /// `$return`: base64 becomes bytes, JSON in a text is parsed, an object with a body is a response.
    private static func returned(_ value: JSONValue, isBinary: Bool) throws(InvocationFailure) -> HTTPAnswer {
        if value.isNull { return noContent }
        guard let text = value.string else { return try sniffed(value) }
        if !isBinary, let bytes = Base64.decode(text) { return HTTPAnswer(status: 200, body: bytes) }
        guard let parsed = try? JSONValue(parsing: Array(text.utf8)) else { return .text(text) }
        return try sniffed(parsed)
    }

    private static func sniffed(_ value: JSONValue) throws(InvocationFailure) -> HTTPAnswer {
        guard let object = value.object, member(object, "body") != nil else { return .text(DotNetText.of(value)) }
        return try response(object, status: member(object, "statusCode") ?? member(object, "status"))
    }

    private static func response(_ object: JSONObject, status: JSONValue?) throws(InvocationFailure) -> HTTPAnswer {
        var answer = HTTPAnswer(status: code(status))
        let headers = member(object, "headers") ?? .null
        guard headers.isNull || headers.object != nil else { throw unreadable }
        for header in headers.object ?? [:] {
            if header.value.isNull { throw InvocationFailure("The header '\(header.name)' of the output is null.") }
            let value = DotNetText.of(header.value)
            guard header.name.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ":") }), !header.name.isEmpty,
                value.utf8.allSatisfy({ 0x20...0x7E ~= $0 || $0 == 0x09 })
            else {
                throw InvocationFailure("Invalid control character or non-ASCII text in header '\(header.name)'.")
            }
            answer.headers.append(HTTPAnswer.Header(name: header.name, value: value))
        }
        if !answer.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            answer.headers.append(HTTPAnswer.Header(name: "Content-Type", value: "text/plain; charset=utf-8"))
        }
        answer.body = Array(DotNetText.of(member(object, "body") ?? .null).utf8)
        return answer
    }

    /// A whole number or a text of one that is a status; anything else is 200.
    private static func code(_ value: JSONValue?) -> Int {
        let number = value?.int64 ?? value?.string.flatMap { Int64($0.trimmedASCII) }
        return number.flatMap { 100...999 ~= $0 ? Int($0) : nil } ?? 200
    }

    private static func member(_ object: JSONObject, _ name: String) -> JSONValue? {
        object[name] ?? object.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

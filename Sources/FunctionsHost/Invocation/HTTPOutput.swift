// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Makes the client's answer of a result (host contract §8.4, §8.5), and notes what surprises on the way.
struct HTTPOutput {
    private static let noContent = HTTPAnswer(status: 204)
    private static let unreadable = InvocationFailure(
        "Failed while trying to Deserialize to httpOutputBindingResponse. Output is not in expected format")

    private let bindings: [FunctionBinding]
    private(set) var findings: [QuirkFinding] = []

    init(bindings: [FunctionBinding]) {
        self.bindings = bindings
    }

    mutating func answer(_ result: HandlerResult) throws(InvocationFailure) -> HTTPAnswer {
        let output = bindings.first(where: \.isHTTPOutput)
        if let output, output.isReturn { return try returned(result.returnValue, isBinary: output.isBinary) }
        let hasReturnBinding = bindings.contains { $0.direction != .in && $0.isReturn }
        guard let output else { return Self.noContent }
        noteUnknown(result, output)
        if let value = result.outputs?[output.name] { return try named(value, output.name) }
        // An object that nothing else takes is copied over the outputs as it is.
        if !hasReturnBinding, let value = result.returnValue[output.name] { return try sniffed(value) }
        if result.outputs != nil {
            note(.outputMissing, "Outputs has no \"\(output.name)\": the client gets 200 with the body {}.")
            return .text("{}")
        }
        if hasReturnBinding || result.returnValue.isNull { return Self.noContent }
        if let text = result.returnValue.string { return .text(dated(text, "The return value")) }
        return .json(result.returnValue)
    }

    private func isExpected(_ name: String) -> Bool {
        bindings.contains { $0.direction != .in && $0.name == name }
    }

    private mutating func noteUnknown(_ result: HandlerResult, _ output: FunctionBinding) {
        for name in result.outputs?.names ?? [] where !isExpected(name) {
            let near = bindings.first { $0.direction != .in && $0.name.lowercased() == name.lowercased() }
            let advice = near.map { " Write it as \"\($0.name)\": case counts." } ?? ""
            note(.outputUnknown, "Outputs.\(name) belongs to no output binding and is dropped.\(advice)")
        }
        if result.outputs?[output.name] != nil, !result.returnValue.isNull, !isExpected("$return") {
            note(.returnValueIgnored, "ReturnValue is dropped: no output binding is named $return.")
        }
    }

    /// An output by name: four members, of which `status` is not looked at.
    private mutating func named(_ value: JSONValue, _ name: String) throws(InvocationFailure) -> HTTPAnswer {
        var value = value
        if let text = value.string {
            guard let parsed = try? JSONValue(parsing: Array(text.utf8)) else { throw Self.unreadable }
            value = parsed
        }
        guard let object = value.object else { throw Self.unreadable }
        let status = Self.member(object, "statusCode")
        if status == nil, Self.member(object, "status") != nil {
            note(.statusIgnored, "Outputs.\(name).status has no effect; the host reads statusCode.")
        }
        return try response(object, status: status)
    }

    /// `$return`: base64 becomes bytes, JSON in a text is parsed, an object with a body is a response.
    private mutating func returned(_ value: JSONValue, isBinary: Bool) throws(InvocationFailure) -> HTTPAnswer {
        if value.isNull { return Self.noContent }
        guard let text = value.string else { return try sniffed(value) }
        if !isBinary, let bytes = Base64.decode(text) {
            note(
                .base64Decoded,
                "The return value \"\(text.prefix(40))\" is base64 to the host: the client gets the \(bytes.count) bytes that "
                    + "it stands for.")
            return HTTPAnswer(status: 200, body: bytes)
        }
        guard let parsed = try? JSONValue(parsing: Array(text.utf8)) else {
            return .text(dated(text, "The return value"))
        }
        return try sniffed(parsed)
    }

    private mutating func sniffed(_ value: JSONValue) throws(InvocationFailure) -> HTTPAnswer {
        guard let object = value.object, Self.member(object, "body") != nil else {
            return .text(text(value, "The return value"))
        }
        return try response(object, status: Self.member(object, "statusCode") ?? Self.member(object, "status"))
    }

    private mutating func response(
        _ object: JSONObject, status: JSONValue?
    ) throws(InvocationFailure) -> HTTPAnswer {
        var answer = HTTPAnswer(status: Self.code(status))
        let headers = Self.member(object, "headers") ?? .null
        guard headers.isNull || headers.object != nil else { throw Self.unreadable }
        for header in headers.object ?? [:] { answer.headers.append(try self.header(header)) }
        let body = Self.member(object, "body") ?? .null
        answer.body = Array(text(body, "The body").utf8)
        if !answer.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            answer.headers.append(HTTPAnswer.Header(name: "Content-Type", value: "text/plain; charset=utf-8"))
            if let first = answer.body.first, "{[".utf8.contains(first) {
                note(.plainTextJSON, "The body looks like JSON and goes out as text/plain: set a Content-Type header.")
            }
        }
        return answer
    }

    private mutating func header(_ header: JSONObject.Member) throws(InvocationFailure) -> HTTPAnswer.Header {
        if header.value.isNull { throw InvocationFailure("The header '\(header.name)' of the output is null.") }
        if header.value.array != nil || header.value.object != nil {
            let advice =
                header.name.lowercased() == "set-cookie"
                ? " Only one Set-Cookie is possible this way; forwarding and proxying can have several." : ""
            note(
                .headerArray,
                "The header '\(header.name)' is no single text: the host writes it over several lines, which is refused as a "
                    + "header, and the client gets 500.\(advice)")
        }
        let value = header.value.string.map { dated($0, "The header '\(header.name)'") } ?? DotNetText.of(header.value)
        guard header.name.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ":") }), !header.name.isEmpty,
            value.utf8.allSatisfy({ 0x20...0x7E ~= $0 || $0 == 0x09 })
        else {
            throw InvocationFailure("Invalid control character or non-ASCII text in header '\(header.name)'.")
        }
        return HTTPAnswer.Header(name: header.name, value: value)
    }

    /// What .NET makes of a value as text.
    private mutating func text(_ value: JSONValue, _ what: String) -> String {
        switch value {
        case .string(let text):
            return dated(text, what)
        case .object, .array:
            note(
                .indentedJSON,
                "\(what) is a JSON value: the host prints it anew, indented. Put JSON into a text to have it as it is.")
            return DotNetText.of(DotNetText.rewritingDates(value))
        default:
            return DotNetText.of(value)
        }
    }

    private mutating func dated(_ text: String, _ what: String) -> String {
        guard let date = NewtonsoftDate(text) else { return text }
        note(
            .dateRewritten,
            "\(what) \"\(text)\" is a date to the host and becomes \"\(date.invariant)\". Put it into a JSON text, or add a "
                + "word to it.")
        return date.invariant
    }

    private mutating func note(_ quirk: Quirk, _ message: String) {
        findings.append(QuirkFinding(quirk: quirk, message: message))
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

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// `{name}` in the properties of a binding, put in place for each invocation (host contract §6.5).
struct BindingExpression {
    /// What triggered the function, and its payload's members.
    let data: BindingData
    let functionName: String
    let now: Date
    let randomID: String

    /// Puts values in the place of expressions; `{{` and `}}` are braces.
    ///
    /// - Throws: ``InvocationFailure`` for a name without a value.
    func resolve(_ text: String) throws(InvocationFailure) -> String {
        var result = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "{" || character == "}" else {
                result.append(character)
                continue
            }
            if rest.first == character {
                result.append(character)
                rest.removeFirst()
                continue
            }
            guard character == "{", let end = rest.firstIndex(of: "}") else {
                throw InvocationFailure("Invalid template '\(text)': a brace is not closed or not opened.")
            }
            result += try value(rest[..<end])
            rest = rest[rest.index(after: end)...]
        }
        return result
    }

    private func value(_ expression: Substring) throws(InvocationFailure) -> String {
        let parts = expression.split(separator: ":", maxSplits: 1)
        let path = (parts.first ?? "").split(separator: ".").map(String.init)
        let format = parts.count > 1 ? String(parts[1]) : ""
        switch (path.first ?? "").lowercased() {
        case "rand-guid": return try GUIDFormat.text(UUID(), format: format)
        case "datetime": return DotNetDateFormat.text(now, format: format)
        case "sys" where path.count == 2:
            switch path[1].lowercased() {
            case "methodname": return functionName
            case "utcnow": return DotNetDateFormat.text(now, format: format)
            case "randguid": return randomID
            default: break
            }
        default: break
        }
        if let value = member(path) { return DotNetText.of(value) }
        throw InvocationFailure("No value for named parameter '\(path.joined(separator: "."))'.")
    }

    private func member(_ path: [String]) -> JSONValue? {
        guard let first = path.first, var value = data[first] else { return nil }
        for name in path.dropFirst() {
            // Headers and queries have no case.
            guard let member = value.object?.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                return nil
            }
            value = member.value
        }
        return value.isNull ? nil : value
    }
}

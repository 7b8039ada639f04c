// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A parameter of a route template, such as `{id:int?}`.
struct RouteParameter: Sendable {
    let name: String
    let constraints: [RouteConstraint]
    let defaultValue: String?
    let isOptional: Bool
    let isCatchAll: Bool

    /// Whether a path may leave the parameter out.
    var isOmittable: Bool { isOptional || isCatchAll || defaultValue != nil }

    /// Reads what stands between the braces.
    init(_ text: Substring) throws(RouteTemplateError) {
        var text = text
        let stars = text.prefix { $0 == "*" }.count
        isCatchAll = stars > 0
        guard stars <= 2 else { throw RouteTemplateError("a catch-all parameter has one or two asterisks.") }
        text = text.dropFirst(stars)
        let name = text.prefix { $0 != ":" && $0 != "=" && $0 != "?" }
        guard !name.isEmpty, !name.contains(where: { "/{}*".contains($0) }) else {
            throw RouteTemplateError("\"{\(text)}\" has no valid parameter name.")
        }
        self.name = String(name)
        text = text.dropFirst(name.count)
        var constraints: [RouteConstraint] = []
        while text.first == ":" {
            let (constraint, rest) = try Self.constraint(text.dropFirst())
            constraints.append(constraint)
            text = rest
        }
        self.constraints = constraints
        if text.first == "=" {
            defaultValue = String(text.dropFirst())
            text = ""
        } else {
            defaultValue = nil
        }
        isOptional = text == "?"
        guard text.isEmpty || isOptional else {
            throw RouteTemplateError("\"\(text)\" after the parameter \(name) is not understood.")
        }
        guard !(isOptional && isCatchAll) else { throw RouteTemplateError("a catch-all parameter cannot be optional.") }
    }

    func accepts(_ value: String) -> Bool { constraints.allSatisfy { $0.accepts(value) } }

    /// One constraint: a name, and an argument in parentheses in which colons mean nothing.
    private static func constraint(
        _ text: Substring
    ) throws(RouteTemplateError) -> (RouteConstraint, rest: Substring) {
        let name = text.prefix { !"(:=?".contains($0) }
        var rest = text.dropFirst(name.count)
        guard rest.first == "(" else { return (try RouteConstraint(name: name, argument: nil), rest) }
        var depth = 0
        let argument = rest.prefix { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth > 0
        }
        rest = rest.dropFirst(argument.count)
        guard rest.first == ")" else { throw RouteTemplateError("the constraint \(name) has no closing parenthesis.") }
        return (try RouteConstraint(name: name, argument: argument.dropFirst()), rest.dropFirst())
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A route template as the host parses it (host contract §5.2): literals, `{id}`, `{id?}`, `{id=5}`, `{*rest}`, inline
/// constraints, and parameters beside literals in one segment.
package struct RouteTemplate: Sendable {
    /// The template as written.
    package let text: String
    let segments: [RouteSegment]

    /// The names of the parameters in order.
    package var parameterNames: [String] { segments.flatMap(\.parameters).map(\.name) }

    /// Parses a template.
    ///
    /// - Parameter text: Without route prefix; a leading slash does not count.
    /// - Throws: ``RouteTemplateError`` for what the host would not load.
    package init(_ text: String) throws(RouteTemplateError) {
        self.text = text
        guard !text.hasPrefix("~"), !text.contains("?") || text.contains("{") else {
            throw RouteTemplateError("a literal cannot hold \"?\", and a route cannot begin with \"~\".")
        }
        var segments: [RouteSegment] = []
        for part in Self.split(text) { segments.append(RouteSegment(parts: try Self.parts(part))) }
        self.segments = segments
        try check()
    }

    /// Matches a path.
    ///
    /// - Parameter path: Percent-encoded, with or without leading slash, without query.
    /// - Returns: The parameters, or nil when the path is another route's.
    package func match(_ path: String) -> RouteValues? {
        match(Self.segments(of: path))
    }

    /// Matches the decoded segments of a path.
    ///
    /// - Parameters:
    ///   - path: The segments.
    ///   - hasLiterals: Whether the path is known to have the template's literals.
    /// - Returns: The parameters, or nil when the path is another route's.
    func match(_ path: [String], hasLiterals: Bool = false) -> RouteValues? {
        var values = RouteValues()
        for (index, segment) in segments.enumerated() {
            if let parameter = segment.parameter, parameter.isCatchAll {
                let rest = path.dropFirst(index).joined(separator: "/")
                guard !rest.isEmpty else {
                    values.append(parameter.name, parameter.defaultValue)
                    continue
                }
                guard parameter.accepts(rest) else { return nil }
                values.append(parameter.name, rest)
                return values
            }
            guard index < path.count else {
                guard let parameter = segment.parameter, parameter.isOmittable else { return nil }
                values.append(parameter.name, parameter.defaultValue)
                continue
            }
            if hasLiterals, segment.literal != nil { continue }
            guard segment.match(path[index], &values) else { return nil }
        }
        return path.count <= segments.count ? values : nil
    }

    /// The decoded segments of a path; an encoded slash stays encoded, as the host leaves it.
    static func segments(of path: String) -> [String] {
        var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.first?.isEmpty == true { parts.removeFirst() }
        if parts.last?.isEmpty == true { parts.removeLast() }
        return parts.map { PercentEncoding.decode(Substring($0), keepsSlash: true) ?? String(Substring($0)) }
    }

    private func check() throws(RouteTemplateError) {
        var names: Set<String> = []
        for (index, segment) in segments.enumerated() {
            for parameter in segment.parameters {
                guard names.insert(parameter.name.lowercased()).inserted else {
                    throw RouteTemplateError("the parameter \(parameter.name) comes twice.")
                }
                if parameter.isCatchAll, index != segments.count - 1 || segment.parts.count > 1 {
                    throw RouteTemplateError("a catch-all parameter must be the last segment, alone.")
                }
                if parameter.isOptional, segment.parts.count > 1 || index != segments.count - 1,
                    !segments[(index + 1)...].allSatisfy({ $0.parameter?.isOmittable == true })
                {
                    throw RouteTemplateError("an optional parameter must be at the end.")
                }
            }
        }
    }

    /// Splits at slashes outside braces.
    private static func split(_ text: String) -> [Substring] {
        var depth = 0
        var parts: [Substring] = []
        var start = text.startIndex
        for index in text.indices {
            switch text[index] {
            case "{": depth += 1
            case "}": depth -= 1
            case "/" where depth <= 0:
                parts.append(text[start..<index])
                start = text.index(after: index)
            default: break
            }
        }
        parts.append(text[start...])
        if parts.first?.isEmpty == true { parts.removeFirst() }
        if parts.last?.isEmpty == true { parts.removeLast() }
        return parts
    }

    private static func parts(_ segment: Substring) throws(RouteTemplateError) -> [RouteSegment.Part] {
        guard !segment.isEmpty else { throw RouteTemplateError("two slashes stand side by side.") }
        var parts: [RouteSegment.Part] = []
        var rest = segment
        while let first = rest.first {
            if first == "{" {
                var depth = 0
                let inner = rest.prefix { character in
                    if character == "{" { depth += 1 }
                    if character == "}" { depth -= 1 }
                    return depth > 0
                }
                guard inner.count < rest.count else { throw RouteTemplateError("a brace is not closed.") }
                if case .parameter? = parts.last {
                    throw RouteTemplateError("two parameters stand side by side; put a literal between them.")
                }
                parts.append(.parameter(try RouteParameter(inner.dropFirst())))
                rest = rest.dropFirst(inner.count + 1)
            } else {
                let literal = rest.prefix { $0 != "{" }
                guard !literal.contains("}") else { throw RouteTemplateError("a brace is closed but not opened.") }
                guard !literal.contains("?") else { throw RouteTemplateError("a literal cannot hold \"?\".") }
                parts.append(.literal(String(literal)))
                rest = rest.dropFirst(literal.count)
            }
        }
        return parts
    }
}

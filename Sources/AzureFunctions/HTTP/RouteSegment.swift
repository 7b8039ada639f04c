// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One segment of a route template: literals and parameters in turn.
struct RouteSegment: Sendable {
    enum Part: Sendable {
        case literal(String)
        case parameter(RouteParameter)
    }

    let parts: [Part]
    /// The segment as one literal, in lower case.
    let literal: String?
    /// The segment as one parameter.
    let parameter: RouteParameter?

    init(parts: [Part]) {
        self.parts = parts
        switch parts.count == 1 ? parts[0] : nil {
        case .literal(let text)?: (literal, parameter) = (text.lowercased(), nil)
        case .parameter(let only)?: (literal, parameter) = (nil, only)
        case nil: (literal, parameter) = (nil, nil)
        }
    }

    var parameters: [RouteParameter] {
        parts.compactMap { if case .parameter(let parameter) = $0 { parameter } else { nil } }
    }

    /// Longer text never matches a segment with several parts, so that the search stays cheap whatever a client sends.
    private static let maximumComplexLength = 1_024

    /// Matches decoded text.
    ///
    /// - Returns: Whether it matches; the values of the parameters are added then.
    func match(_ text: String, _ values: inout RouteValues) -> Bool {
        if let literal { return text.lowercaseForm == literal }
        if let parameter {
            guard !text.isEmpty, parameter.accepts(text) else { return false }
            values.append(parameter.name, text)
            return true
        }
        guard let found = parameterValues(text) else { return false }
        for (parameter, value) in found { values.append(parameter.name, value) }
        return true
    }

    /// The values of a segment with several parts.
    private func parameterValues(_ text: String) -> [(RouteParameter, String)]? {
        guard text.utf8.count <= Self.maximumComplexLength else { return nil }
        let characters = Array(text)
        if let values = Self.match(characters, parts[...]) { return accepted(values) }
        // `{name}.{extension?}` matches without the dot as well.
        guard case .parameter(let last)? = parts.last, last.isOptional, parts.count > 2,
            case .literal(".") = parts[parts.count - 2], characters.last != "."
        else { return nil }
        return Self.match(characters, parts.dropLast(2)).flatMap(accepted)
    }

    private func accepted(_ values: [(RouteParameter, String)]) -> [(RouteParameter, String)]? {
        values.allSatisfy { $0.accepts($1) } ? values : nil
    }

    /// From the right, as ASP.NET Core: a literal is the last one that leaves its neighbour a character, and what was
    /// passed over is never tried again, so that the search stays linear in the text for every part.
    private static func match(_ text: [Character], _ parts: ArraySlice<Part>) -> [(RouteParameter, String)]? {
        var values: [(RouteParameter, String)] = []
        var end = text.count
        var pending: RouteParameter?
        for part in parts.reversed() {
            switch part {
            case .parameter(let parameter):
                pending = parameter
            case .literal(let literal):
                let wanted = literal.lowercased()
                let length = literal.count
                let last = end - length - (pending == nil ? 0 : 1)
                guard last >= 0 else { return nil }
                let first = pending == nil ? last : 0
                guard let start = (first...last).last(where: { String(text[$0..<$0 + length]).lowercased() == wanted })
                else { return nil }
                if let parameter = pending { values.append((parameter, String(text[(start + length)..<end]))) }
                pending = nil
                end = start
            }
        }
        if let parameter = pending {
            guard end > 0 else { return nil }
            values.append((parameter, String(text[..<end])))
            end = 0
        }
        return end == 0 ? values.reversed() : nil
    }
}

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
    var literal: String? {
        if parts.count == 1, case .literal(let text) = parts[0] { text.lowercased() } else { nil }
    }

    /// The segment as one parameter.
    var parameter: RouteParameter? {
        if parts.count == 1, case .parameter(let parameter) = parts[0] { parameter } else { nil }
    }

    var parameters: [RouteParameter] {
        parts.compactMap { if case .parameter(let parameter) = $0 { parameter } else { nil } }
    }

    /// Longer text never matches a segment with several parts, so that the search stays cheap whatever a client sends.
    private static let maximumComplexLength = 1_024

    /// Matches decoded text; a parameter takes as much as lets the rest match.
    func match(_ text: String) -> [(RouteParameter, String)]? {
        if let parameter {
            return !text.isEmpty && parameter.accepts(text) ? [(parameter, text)] : nil
        }
        if let literal { return text.lowercased() == literal ? [] : nil }
        guard text.utf8.count <= Self.maximumComplexLength else { return nil }
        return match(Array(text), from: 0, parts[...])
    }

    private func match(_ text: [Character], from start: Int, _ parts: ArraySlice<Part>) -> [(RouteParameter, String)]? {
        guard let part = parts.first else { return start == text.count ? [] : nil }
        let rest = parts.dropFirst()
        switch part {
        case .literal(let literal):
            let end = start + literal.count
            guard end <= text.count, String(text[start..<end]).lowercased() == literal.lowercased() else { return nil }
            return match(text, from: end, rest)
        case .parameter(let parameter):
            guard start < text.count else { return nil }
            for end in (start + 1...text.count).reversed() {
                guard let others = match(text, from: end, rest) else { continue }
                let value = String(text[start..<end])
                guard parameter.accepts(value) else { continue }
                return [(parameter, value)] + others
            }
            return nil
        }
    }
}

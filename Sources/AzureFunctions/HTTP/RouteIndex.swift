// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Route templates in order of preference, as a tree over their segments: a path is compared with the templates whose
/// literals it has, and with no other.
struct RouteIndex: Sendable {
    private struct Node: Sendable {
        /// The nodes behind literal segments, in lower case.
        var literals: [String: Int] = [:]
        /// The node behind every other segment.
        var other: Int?
        /// Templates with which a path that ends here may agree, in order.
        var ends: [Int] = []
        /// Templates whose catch-all parameter begins here, in order.
        var rests: [Int] = []
        /// The first template here or below.
        let first: Int
    }

    private var nodes: [Node] = []
    private let templates: [RouteTemplate]

    /// Creates an index.
    ///
    /// - Parameter templates: The one that comes first is preferred.
    init(_ templates: [RouteTemplate]) {
        self.templates = templates
        if !templates.isEmpty { nodes.append(Node(first: 0)) }
        for (index, template) in templates.enumerated() { insert(template, index) }
    }

    /// The first template that agrees with a path.
    ///
    /// - Parameters:
    ///   - path: The decoded segments.
    ///   - limit: Only templates before this one count; nil means all.
    ///   - isEligible: Whether a template counts.
    /// - Returns: The template's place in the order, and the values of its parameters.
    func first(
        _ path: [String], before limit: Int? = nil, where isEligible: (Int) -> Bool
    ) -> (index: Int, values: RouteValues)? {
        var found: RouteValues?
        var best = limit ?? templates.count
        visit(path, before: best) { candidates in
            for index in candidates {
                guard index < best else { break }
                guard isEligible(index), let values = templates[index].match(path, hasLiterals: true) else { continue }
                (best, found) = (index, values)
                break
            }
            return best
        }
        return found.map { (best, $0) }
    }

    /// Every template that agrees with a path, in no order.
    func all(_ path: [String]) -> [Int] {
        var found: [Int] = []
        visit(path, before: templates.count) { candidates in
            found += candidates.filter { templates[$0].match(path, hasLiterals: true) != nil }
            return templates.count
        }
        return found
    }

    private mutating func insert(_ template: RouteTemplate, _ index: Int) {
        let segments = template.segments
        let required = segments.count - segments.reversed().prefix { $0.parameter?.isOmittable == true }.count
        var node = 0
        for (depth, segment) in segments.enumerated() {
            if depth >= required, segment.parameter?.isCatchAll != true { nodes[node].ends.append(index) }
            if segment.parameter?.isCatchAll == true { return nodes[node].rests.append(index) }
            node = child(of: node, segment, for: index)
        }
        nodes[node].ends.append(index)
    }

    private mutating func child(of node: Int, _ segment: RouteSegment, for index: Int) -> Int {
        let next = nodes.count
        if let literal = segment.literal {
            if let known = nodes[node].literals[literal] { return known }
            nodes[node].literals[literal] = next
        } else {
            if let known = nodes[node].other { return known }
            nodes[node].other = next
        }
        nodes.append(Node(first: index))
        return next
    }

    /// Shows the templates whose literals a path has, list by list, each in order.
    ///
    /// - Parameters:
    ///   - path: The decoded segments.
    ///   - limit: Templates from here on are of no interest.
    ///   - look: Looks at a list and returns the limit for the next one.
    private func visit(_ path: [String], before limit: Int, _ look: ([Int]) -> Int) {
        guard !nodes.isEmpty else { return }
        var limit = limit
        // Not recursive: what is left to visit never has more than one entry for each segment.
        var pending = [(node: 0, depth: 0)]
        while let (node, depth) = pending.popLast() {
            guard nodes[node].first < limit else { continue }
            if !nodes[node].rests.isEmpty { limit = look(nodes[node].rests) }
            guard depth < path.count else {
                if !nodes[node].ends.isEmpty { limit = look(nodes[node].ends) }
                continue
            }
            if let other = nodes[node].other, !path[depth].isEmpty { pending.append((other, depth + 1)) }
            if !nodes[node].literals.isEmpty, let next = nodes[node].literals[path[depth].lowercaseForm] {
                pending.append((next, depth + 1))
            }
        }
    }
}

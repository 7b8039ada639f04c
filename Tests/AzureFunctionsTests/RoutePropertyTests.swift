// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import ServerFuzz
import Testing

@Suite struct `Route tables and the one-by-one search` {
    private static let segments = [
        "a", "b", "A", "items", "é", "\u{130}x", "k", "{p}", "{p:int}", "{p=5}", "{p:alpha=q}", "{p?}", "{p:int?}",
        "{*p}", "{*p=r}", "v{p}", "{p}.{q?}", "{p}-{q}", "a{p:int}b",
    ]
    private static let texts = [
        "a", "A", "b", "items", "ITEMS", "é", "e\u{301}", "%C3%A9", "i\u{307}x", "k", "\u{212A}", "7", "v7", "V", "x.y",
        "x.", "x-y-z", "a12b", "", "%61", "%2F", "%", "r",
    ]

    private static func templates(_ random: inout Mutator) -> [(template: RouteTemplate, methods: Set<String>)] {
        let count = 1 + random.below(40)
        var result: [(template: RouteTemplate, methods: Set<String>)] = []
        while result.count < count {
            let names = ["p", "q", "r", "s", "t"]
            let parts = (0..<random.below(5)).map { place in
                let text = segments[random.below(segments.count)]
                // Names must differ within a template.
                return text.replacing("{p", with: "{\(names[place])1").replacing("{*p", with: "{*\(names[place])1")
                    .replacing("{q", with: "{\(names[place])2")
            }
            guard let template = try? RouteTemplate(parts.joined(separator: "/")) else { continue }
            let methods: [Set<String>] = [[], ["GET"], ["POST", "PUT"]]
            result.append((template, methods[random.below(methods.count)]))
        }
        return result
    }

    private static func path(_ random: inout Mutator) -> String {
        let parts = (0..<random.below(6)).map { _ in texts[random.below(texts.count)] }
        return ["/", ""][random.below(2)] + parts.joined(separator: "/") + ["", "", "/", "//"][random.below(4)]
    }

    private static func described(_ values: RouteValues) -> [String] {
        values.map { "\($0.name)=\($0.value ?? "nil")" }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `They find the same route with the same parameters, whatever the templates and the path`(seed: UInt64) {
        var random = Mutator(seed: seed)
        var matches = 0
        for _ in 0..<60 {
            let routes = Self.templates(&random)
            let table = RouteTable(routes.enumerated().map { ($1.template, $1.methods, $0) })
            for _ in 0..<60 {
                let path = Self.path(&random)
                let method = ["GET", "POST", "DELETE"][random.below(3)]
                let expected = routes.enumerated().lazy.compactMap { index, route -> (Int, RouteValues)? in
                    guard route.methods.isEmpty || route.methods.contains(method) else { return nil }
                    return route.template.match(path).map { (index, $0) }
                }.first
                let found = table.match(method: method, path: path)
                #expect(found?.value == expected?.0, "\(method) \(path) of \(routes.map(\.template.text))")
                #expect(found.map { Self.described($0.parameters) } == expected.map { Self.described($0.1) })
                #expect(table.firstMatch(path: path) == routes.firstIndex { $0.template.match(path) != nil })
                if expected != nil { matches += 1 }
            }
        }
        // The vocabulary is small enough for this, or the comparison would say nothing.
        #expect(matches > 600)
    }
}

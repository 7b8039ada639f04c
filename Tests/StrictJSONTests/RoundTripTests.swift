// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("What is written reads back the same")
struct RoundTripTests {
    @Test("Random trees survive writing and reading, compact, pretty and sorted")
    func trees() throws {
        var trees = RandomTree(generator: SeededGenerator(seed: 42))
        for round in 0..<2_000 {
            let tree = trees.value()
            let compact = tree.serialized()
            let document = try JSONDocument(parsing: compact)
            #expect(document.root.value == tree, "round \(round)")
            #expect(document.root.serialized == compact, "round \(round)")
            #expect(try JSONValue(parsing: tree.serialized(.pretty)) == tree, "round \(round)")
            let sorted = try JSONValue(parsing: tree.serialized(.sortedKeys))
            #expect(sorted.serialized(.sortedKeys) == tree.serialized(.sortedKeys), "round \(round)")
            #expect(sorted.serialized([.sortedKeys, .pretty]) == tree.serialized([.sortedKeys, .pretty]))
        }
    }
}

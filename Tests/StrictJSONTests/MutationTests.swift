// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Foundation
import StrictJSON
import Testing

@Suite("Any bytes are safe")
struct MutationTests {
    private static let seeds: [String] = [
        #"{"typ":"JWT","alg":"RS256","kid":"k1"}"#,
        #"{"aud":"a","iat":1799999700,"exp":1800003600,"scp":"access_as_user","n":{"x":[1,2,{"y":null}]}}"#,
        #"[1.5e-3,-0,1E+2,"\ud83d\ude00\u00e9",true,false,null,[[[]]],{}]"#,
        "{\"\u{E9}\":\"\u{1F600}\",\"\\u0061\":\"\\n\\\\\"}",
    ]

    /// Bytes that mean something to the grammar, which random bytes seldom hit.
    private static let tokens = Array("{}[]\",:\\u0123eE+-.tfn \n".utf8) + [0x00, 0x80, 0xC3, 0xED, 0xF4, 0xFF]

    @Test("Mutated texts never trap, and what is accepted Foundation accepts too", arguments: 0..<4)
    func mutations(index: Int) throws {
        let seed = Array(Self.seeds[index].utf8)
        var generator = SeededGenerator(seed: UInt64(index))
        var accepted = 0
        var disputed: [String] = []
        var text = seed
        for round in 0..<50_000 {
            if round % 8 == 0 { text = seed }
            mutate(&text, &generator)
            guard let document = try? JSONDocument(parsing: text) else { continue }
            accepted += 1
            let written = document.root.serialized
            if round % 16 == 0 {
                #expect(try JSONDocument(parsing: written).root.value == document.root.value)
            }
            if !isAcceptedByFoundation(text), !hasUnrepresentableNumber(document.root) {
                disputed.append(String(decoding: text, as: UTF8.self))
            }
        }
        #expect(disputed == [])
        #expect(accepted > 500)
    }

    private func mutate(_ text: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...text.count, using: &generator)
        let byte = Self.tokens.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<6, using: &generator) {
        case 0 where place < text.count: text[place] = byte
        case 1 where place < text.count: text[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 2 where place < text.count: text.remove(at: place)
        case 3: text.insert(byte, at: place)
        case 4: text.replaceSubrange(place..<min(place + 8, text.count), with: [])
        default:
            let start = Int.random(in: 0...text.count, using: &generator)
            text.insert(contentsOf: Array(text[start..<min(start + 8, text.count)]), at: place)
        }
    }

    private func isAcceptedByFoundation(_ text: [UInt8]) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
    }

    /// Foundation refuses numbers that no double holds, which the grammar allows.
    private func hasUnrepresentableNumber(_ element: JSONElement) -> Bool {
        if element.kind == .number { return element.double == nil }
        if let elements = element.elements { return elements.contains(where: hasUnrepresentableNumber) }
        return element.members?.contains { hasUnrepresentableNumber($0.value) } ?? false
    }
}

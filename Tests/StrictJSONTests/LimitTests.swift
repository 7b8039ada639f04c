// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("What a text may cost is limited")
struct LimitTests {
    @Test("The size in bytes is limited, white space included")
    func bytes() {
        let text = Array("[1, 2]".utf8)
        #expect(rule(of: text, limits: JSONLimits(bytes: 6)) == nil)
        #expect(rule(of: text, limits: JSONLimits(bytes: 5)) == .tooLarge)
        #expect(rule(of: text + [0x20], limits: JSONLimits(bytes: 6)) == .tooLarge)
        #expect(rule(of: [], limits: JSONLimits(bytes: 0)) == .unexpectedEnd)
    }

    @Test("The depth is limited exactly", arguments: [1, 2, 16, 64])
    func depth(limit: Int) {
        let limits = JSONLimits(depth: limit)
        #expect(rule(of: nested(limit), limits: limits) == nil)
        #expect(rule(of: nested(limit + 1), limits: limits) == .tooDeep)
        #expect(rule(of: nestedObjects(limit), limits: limits) == nil)
        #expect(rule(of: nestedObjects(limit + 1), limits: limits) == .tooDeep)
    }

    @Test("A scalar needs no depth")
    func scalar() {
        #expect(rule(of: Array("1".utf8), limits: JSONLimits(depth: 0)) == nil)
        #expect(rule(of: Array("[]".utf8), limits: JSONLimits(depth: 0)) == .tooDeep)
    }

    @Test("A hundred thousand open brackets are refused without harm")
    func deep() {
        let brackets = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(rule(of: brackets) == .tooDeep)
        let objects = Array(repeatElement(Array("{\"a\":".utf8), count: 100_000).joined())
        #expect(rule(of: objects) == .tooDeep)
        // Even where the limit allows it, parsing needs no stack.
        #expect(rule(of: brackets, limits: JSONLimits(depth: 200_000)) == .unexpectedEnd)
        #expect(rule(of: nested(100_000), limits: JSONLimits(depth: 200_000)) == nil)
    }

    @Test("The members of one object are limited")
    func members() {
        let text = Array("{\"a\":1,\"b\":2,\"c\":{\"d\":1}}".utf8)
        #expect(rule(of: text, limits: JSONLimits(members: 3)) == nil)
        #expect(rule(of: text, limits: JSONLimits(members: 2)) == .tooManyValues)
    }

    @Test("The values of a document are limited")
    func values() {
        #expect(rule(of: Array("[1,2,3]".utf8), limits: JSONLimits(values: 4)) == nil)
        #expect(rule(of: Array("[1,2,3]".utf8), limits: JSONLimits(values: 3)) == .tooManyValues)
        #expect(rule(of: Array("[[],[],[]]".utf8), limits: JSONLimits(values: 3)) == .tooManyValues)
        #expect(rule(of: Array("{\"a\":1}".utf8), limits: JSONLimits(values: 2)) == nil)
        #expect(rule(of: Array("{\"a\":1,\"b\":2}".utf8), limits: JSONLimits(values: 2)) == .tooManyValues)
    }

    @Test("A hundred thousand members cost no more than their number")
    func manyMembers() {
        let names = (0..<100_000).map { "\"k\($0)\":0" }.joined(separator: ",")
        let text = Array("{\(names)}".utf8)
        #expect(rule(of: text, limits: JSONLimits(bytes: 4 << 20)) == .tooManyValues)
        let wide = JSONLimits(bytes: 4 << 20, members: 200_000, values: 1 << 20)
        #expect(rule(of: text, limits: wide) == nil)
    }

    private func nested(_ depth: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(ascii: "["), count: depth) + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }

    private func nestedObjects(_ depth: Int) -> [UInt8] {
        Array(repeatElement(Array("{\"a\":".utf8), count: depth).joined()) + Array("0".utf8)
            + [UInt8](repeating: UInt8(ascii: "}"), count: depth)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One pass over the bytes, without recursion, so that depth costs memory on the heap only.
struct JSONParser {
    private let limits: JSONLimits
    private let duplicates: JSONDocument.DuplicateMembers
    private var position = 0
    /// The innermost open container, or -1; an open container's `next` names the one around it.
    private var container = -1
    private var isObject = false
    /// Elements or members of the innermost open container so far.
    private var count: UInt32 = 0
    private var depth = 0
    private var valueCount = 0
    private(set) var nodes: [JSONNode] = []
    private(set) var unescaped: [UInt8] = []

    init(limits: JSONLimits, duplicates: JSONDocument.DuplicateMembers, capacity: Int) {
        self.limits = limits
        self.duplicates = duplicates
        nodes.reserveCapacity(min(max(capacity, 8), limits.values, 4_096))
    }

    mutating func parse(_ text: borrowing Span<UInt8>) throws(JSONError) {
        guard text.count <= limits.bytes, text.count < Int(Int32.max) else {
            throw JSONError(.tooLarge, at: 0, in: text)
        }
        skipWhitespace(text)
        try value(text)
        while container >= 0 {
            skipWhitespace(text)
            if isObject {
                try member(text)
            } else {
                try element(text)
            }
        }
        skipWhitespace(text)
        guard position == text.count else { throw JSONError(.trailingBytes, at: position, in: text) }
    }

    private mutating func member(_ text: borrowing Span<UInt8>) throws(JSONError) {
        if try peek(text) == UInt8(ascii: "}") {
            position += 1
            if let name = duplicateName(text) {
                guard duplicates == .marked else { throw duplicateError(name, text) }
                nodes[container].flag = true
            }
            close()
            return
        }
        try separator(text)
        guard count < limits.members else { throw JSONError(.tooManyValues, at: position, in: text) }
        count += 1
        guard try peek(text) == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte, at: position, in: text) }
        try string(text, isName: true)
        skipWhitespace(text)
        guard try peek(text) == UInt8(ascii: ":") else { throw JSONError(.unexpectedByte, at: position, in: text) }
        position += 1
        skipWhitespace(text)
        try value(text)
    }

    private mutating func element(_ text: borrowing Span<UInt8>) throws(JSONError) {
        if try peek(text) == UInt8(ascii: "]") {
            position += 1
            close()
            return
        }
        try separator(text)
        count += 1
        try value(text)
    }

    @inline(__always)
    private mutating func separator(_ text: borrowing Span<UInt8>) throws(JSONError) {
        guard count > 0 else { return }
        guard try peek(text) == UInt8(ascii: ",") else { throw JSONError(.unexpectedByte, at: position, in: text) }
        position += 1
        skipWhitespace(text)
    }

    private mutating func close() {
        let outer = Int(Int32(bitPattern: nodes[container].next))
        nodes[container].count = count
        nodes[container].next = UInt32(nodes.count)
        container = outer
        depth -= 1
        guard outer >= 0 else { return }
        isObject = nodes[outer].kind == .object
        count = nodes[outer].count
    }

    private mutating func value(_ text: borrowing Span<UInt8>) throws(JSONError) {
        guard valueCount < limits.values else { throw JSONError(.tooManyValues, at: position, in: text) }
        valueCount += 1
        switch try peek(text) {
        case UInt8(ascii: "{"): try openContainer(.object, text)
        case UInt8(ascii: "["): try openContainer(.array, text)
        case UInt8(ascii: "\""): try string(text, isName: false)
        case UInt8(ascii: "t"): try literal("true", .bool, text)
        case UInt8(ascii: "f"): try literal("false", .bool, text)
        case UInt8(ascii: "n"): try literal("null", .null, text)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(text)
        default: throw JSONError(.unexpectedByte, at: position, in: text)
        }
    }

    private mutating func openContainer(_ kind: JSONKind, _ text: borrowing Span<UInt8>) throws(JSONError) {
        guard depth < limits.depth else { throw JSONError(.tooDeep, at: position, in: text) }
        if container >= 0 { nodes[container].count = count }
        let outer = UInt32(bitPattern: Int32(container))
        container = nodes.count
        isObject = kind == .object
        count = 0
        depth += 1
        nodes.append(JSONNode(kind: kind, flag: false, start: UInt32(position), count: 0, next: outer))
        position += 1
    }

    private mutating func append(_ kind: JSONKind, flag: Bool, start: Int, count: Int) {
        append(kind, flag: flag, start: start, count: count, next: UInt32(truncatingIfNeeded: nodes.count &+ 1))
    }

    /// Nothing is cut off: a text has fewer than 2³¹ bytes, and more bytes than nodes.
    @inline(__always)
    private mutating func append(_ kind: JSONKind, flag: Bool, start: Int, count: Int, next: UInt32) {
        nodes.append(
            JSONNode(
                kind: kind, flag: flag, start: UInt32(truncatingIfNeeded: start),
                count: UInt32(truncatingIfNeeded: count), next: next))
    }

    private mutating func literal(
        _ word: StaticString, _ kind: JSONKind, _ text: borrowing Span<UInt8>
    ) throws(JSONError) {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < text.count else { throw JSONError(.unexpectedEnd, at: position, in: text) }
            guard text[position] == word.utf8Start[offset] else {
                throw JSONError(.unexpectedByte, at: position, in: text)
            }
            position += 1
        }
        append(kind, flag: false, start: start, count: position - start)
    }

    private mutating func number(_ text: borrowing Span<UInt8>) throws(JSONError) {
        let start = position
        if text[position] == UInt8(ascii: "-") { position += 1 }
        let first = position
        try digits(text)
        if text[first] == UInt8(ascii: "0"), position - first > 1 {
            throw JSONError(.invalidNumber, at: first, in: text)
        }
        var isInteger = true
        if position < text.count, text[position] == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            try digits(text)
        }
        if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            position += 1
            if position < text.count, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            try digits(text)
        }
        append(.number, flag: isInteger, start: start, count: position - start)
    }

    private mutating func digits(_ text: borrowing Span<UInt8>) throws(JSONError) {
        let start = position
        while position < text.count, isDigit(text[position]) { position += 1 }
        if position == start {
            throw JSONError(position < text.count ? .invalidNumber : .unexpectedEnd, at: position, in: text)
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    @inline(__always)
    private func peek(_ text: borrowing Span<UInt8>) throws(JSONError) -> UInt8 {
        guard position < text.count else { throw JSONError(.unexpectedEnd, at: position, in: text) }
        return text[position]
    }

    @inline(__always)
    private mutating func skipWhitespace(_ text: borrowing Span<UInt8>) {
        // Compact text has none, and what it has instead lies above the four.
        guard position < text.count, text[position] <= 0x20 else { return }
        skipLongWhitespace(text)
    }

    private mutating func skipLongWhitespace(_ text: borrowing Span<UInt8>) {
        while position < text.count {
            switch text[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    @inline(__always)
    private mutating func string(_ text: borrowing Span<UInt8>, isName: Bool) throws(JSONError) {
        let start = position &+ 1
        let end = JSONStringScanner.endOfPlainASCII(text, from: start)
        guard end < text.count, text[end] == UInt8(ascii: "\"") else {
            return try richString(text, isName: isName, from: start, to: end)
        }
        position = end &+ 1
        let next = isName ? JSONNode.mark(text, start, end &- start) : UInt32(truncatingIfNeeded: nodes.count &+ 1)
        append(.string, flag: false, start: start, count: end &- start, next: next)
    }

    /// A string that has more than printable ASCII, which it may have from `end` on.
    @inline(never)
    private mutating func richString(
        _ text: borrowing Span<UInt8>, isName: Bool, from start: Int, to end: Int
    ) throws(JSONError) {
        var scanner = JSONStringScanner(position: end)
        let found = try scanner.scan(text, from: start, unescaped: &unescaped)
        position = scanner.position
        var next = UInt32(truncatingIfNeeded: nodes.count &+ 1)
        if isName {
            next =
                found.isUnescaped
                ? JSONNode.mark(unescaped.span, found.start, found.count)
                : JSONNode.mark(text, found.start, found.count)
        }
        append(.string, flag: found.isUnescaped, start: found.start, count: found.count, next: next)
    }
}

extension JSONParser {
    /// A name that an object has twice, as bytes after unescaping.
    ///
    /// Few members are compared pair by pair; many are sorted, so that no choice of names makes this quadratic.
    private func duplicateName(_ text: borrowing Span<UInt8>) -> Int? {
        let count = Int(count)
        guard count > 1 else { return nil }
        if count <= 24 {
            // A bit per mark: names that share none are told apart without a comparison.
            var seen: UInt64 = 0
            var name = container + 1
            for _ in 0..<count {
                let mark = nodes[name].next
                let bit: UInt64 = 1 << UInt64(mark & 63)
                if seen & bit != 0 {
                    var other = container + 1
                    while other < name {
                        if nodes[other].next == mark, order(other, name, text) == 0 { return name }
                        other = Int(nodes[other + 1].next)
                    }
                }
                seen |= bit
                name = Int(nodes[name + 1].next)
            }
            return nil
        }
        var names: [Int] = []
        names.reserveCapacity(count)
        var name = container + 1
        for _ in 0..<count {
            names.append(name)
            name = Int(nodes[name + 1].next)
        }
        // A closure cannot capture a span, so the sort is written out: bottom-up merge, stable, O(n log n).
        var scratch = names
        var width = 1
        while width < count {
            var low = 0
            while low < count {
                let middle = min(low + width, count)
                let high = min(low + 2 * width, count)
                var left = low
                var right = middle
                for index in low..<high {
                    if left < middle, right >= high || order(names[left], names[right], text) <= 0 {
                        scratch[index] = names[left]
                        left += 1
                    } else {
                        scratch[index] = names[right]
                        right += 1
                    }
                }
                low = high
            }
            swap(&names, &scratch)
            width *= 2
        }
        for index in 1..<count where order(names[index - 1], names[index], text) == 0 {
            return max(names[index - 1], names[index])
        }
        return nil
    }

    private func duplicateError(_ name: Int, _ text: borrowing Span<UInt8>) -> JSONError {
        JSONError(.duplicateMember, at: nodes[name].flag ? position - 1 : Int(nodes[name].start), in: text)
    }

    /// Orders two names by length, then by bytes.
    private func order(_ left: Int, _ right: Int, _ text: borrowing Span<UInt8>) -> Int {
        let a = nodes[left]
        let b = nodes[right]
        if a.count != b.count { return a.count < b.count ? -1 : 1 }
        for offset in 0..<Int(a.count) {
            let x = a.flag ? unescaped[Int(a.start) + offset] : text[Int(a.start) + offset]
            let y = b.flag ? unescaped[Int(b.start) + offset] : text[Int(b.start) + offset]
            if x != y { return x < y ? -1 : 1 }
        }
        return 0
    }
}

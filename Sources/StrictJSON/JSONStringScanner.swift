// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Reads one string from after its opening quote to after its closing quote (RFC 8259 §7).
///
/// A string without escapes is only measured; from the first escape on its content is copied, unescaped, to a side
/// buffer.
struct JSONStringScanner {
    private(set) var position: Int

    init(position: Int) {
        self.position = position
    }

    /// Goes on from the position in a string that began at `start`.
    mutating func scan(
        _ text: borrowing Span<UInt8>, from start: Int, unescaped: inout [UInt8]
    ) throws(JSONError) -> (start: Int, count: Int, isUnescaped: Bool) {
        try plain(text)
        if text[position] == UInt8(ascii: "\"") {
            position += 1
            return (start, position - 1 - start, false)
        }
        return try unescape(text, from: start, into: &unescaped)
    }

    /// Goes on at the first backslash of a string that began at `start`.
    private mutating func unescape(
        _ text: borrowing Span<UInt8>, from start: Int, into unescaped: inout [UInt8]
    ) throws(JSONError) -> (start: Int, count: Int, isUnescaped: Bool) {
        let copyStart = unescaped.count
        var runStart = start
        while true {
            for index in runStart..<position { unescaped.append(text[index]) }
            if text[position] == UInt8(ascii: "\"") {
                position += 1
                return (copyStart, unescaped.count - copyStart, true)
            }
            try escape(text, into: &unescaped)
            runStart = position
            try plain(text)
        }
    }

    /// Moves to the next quote or backslash, over well-formed UTF-8 without control characters.
    private mutating func plain(_ text: borrowing Span<UInt8>) throws(JSONError) {
        while position < text.count {
            position = Self.endOfPlainASCII(text, from: position)
            guard position < text.count else { break }
            let byte = text[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            if byte < 0x20 { throw JSONError(.unexpectedByte, at: position, in: text) }
            position += byte < 0x80 ? 1 : try sequenceLength(text)
        }
        throw JSONError(.unexpectedEnd, at: position, in: text)
    }

    /// The first place from `start` on of a quote, a backslash or anything but printable ASCII, or the text's end.
    @inline(__always)
    static func endOfPlainASCII(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let bytes = text.bytes
        var place = start
        // The loops' conditions are the checks.
        while place &+ 8 <= bytes.byteCount {
            let loaded = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
            let word = UInt64(littleEndian: loaded)
            let quote = word ^ 0x2222_2222_2222_2222
            let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let control = (word &- 0x2020_2020_2020_2020) & ~word
            // The lowest bit set marks the first byte that ends the run; bits above it may be carries.
            let ends = ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | control | word) & tops
            guard ends == 0 else { return place &+ ends.trailingZeroBitCount / 8 }
            place &+= 8
        }
        while place < bytes.byteCount {
            let byte = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt8.self)
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            place &+= 1
        }
        return place
    }

    /// The length of the multi-byte sequence at the position, by the table of RFC 3629 §4.
    private func sequenceLength(_ text: borrowing Span<UInt8>) throws(JSONError) -> Int {
        let first = text[position]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw JSONError(.invalidUTF8, at: position, in: text)
        }
        guard position + length <= text.count, second.contains(text[position + 1]) else {
            throw JSONError(.invalidUTF8, at: position, in: text)
        }
        for offset in 2..<max(length, 2) where text[position + offset] & 0xC0 != 0x80 {
            throw JSONError(.invalidUTF8, at: position, in: text)
        }
        return length
    }

    private mutating func escape(_ text: borrowing Span<UInt8>, into output: inout [UInt8]) throws(JSONError) {
        let start = position
        guard start + 1 < text.count else { throw JSONError(.unexpectedEnd, at: text.count, in: text) }
        position += 2
        switch text[start + 1] {
        case UInt8(ascii: "\""): output.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): output.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "/"): output.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "u"): try unicodeEscape(text, start: start, into: &output)
        default: throw JSONError(.invalidEscape, at: start, in: text)
        }
    }

    private mutating func unicodeEscape(
        _ text: borrowing Span<UInt8>, start: Int, into output: inout [UInt8]
    ) throws(JSONError) {
        var value = try codeUnit(text, start: start)
        if 0xD800...0xDBFF ~= value {
            guard position + 1 < text.count, text[position] == UInt8(ascii: "\\"),
                text[position + 1] == UInt8(ascii: "u")
            else { throw JSONError(.invalidEscape, at: start, in: text) }
            position += 2
            let low = try codeUnit(text, start: start)
            guard 0xDC00...0xDFFF ~= low else { throw JSONError(.invalidEscape, at: start, in: text) }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw JSONError(.invalidEscape, at: start, in: text) }
        output.append(contentsOf: String(Character(scalar)).utf8)
    }

    private mutating func codeUnit(_ text: borrowing Span<UInt8>, start: Int) throws(JSONError) -> UInt32 {
        guard position + 4 <= text.count else { throw JSONError(.unexpectedEnd, at: text.count, in: text) }
        var value: UInt32 = 0
        for offset in 0..<4 {
            let digit: UInt8
            switch text[position + offset] {
            case let byte where byte &- 0x30 < 10: digit = byte - 0x30
            case let byte where (byte | 0x20) &- 0x61 < 6: digit = (byte | 0x20) - 0x61 + 10
            default: throw JSONError(.invalidEscape, at: start, in: text)
            }
            value = value << 4 | UInt32(digit)
        }
        position += 4
        return value
    }
}

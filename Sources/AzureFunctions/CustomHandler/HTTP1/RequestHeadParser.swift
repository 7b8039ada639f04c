// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reads a head line by line, as its bytes arrive; each byte is looked at once.
///
/// Strict where two readers could differ: every line ends in CR LF, no white space before a colon, no folding, one way to
/// say the body's length, and that in digits.
struct RequestHeadParser {
    /// In bytes, with the request line.
    static let maximumSize = 64 << 10
    static let maximumFields = 1_000

    private var method = HTTPMethod.GET
    private var target = ""
    private var minorVersion: Int?
    private var entries: [HeaderFields.Entry] = []
    private var length: Int?
    private var isChunked = false
    private var hasHost = false
    private var isClosed = false
    private var isKept = false
    private var expectsContinue = false
    private var asksForUpgrade = false
    /// Where the next line begins, and up to where no end of it was found, from the head's first byte.
    private var lineStart = 0
    private var scanned = 0

    /// Whether bytes of a head have come.
    var hasBegun: Bool { scanned > 0 }

    init() {
        entries.reserveCapacity(8)
    }

    /// Reads on.
    ///
    /// - Parameter input: Begins with the head; moved behind it when it is whole.
    /// - Returns: The head; nil while it is not whole.
    /// - Throws: ``RequestSyntaxError``.
    mutating func parse(_ input: inout ByteBuffer) throws(RequestSyntaxError) -> RequestHead? {
        if !hasBegun { Self.skipEmptyLines(&input) }
        guard try readLines(input.readableBytesUInt8Span) else {
            guard input.readableBytes <= Self.maximumSize else { throw .headTooLarge }
            return nil
        }
        return try finish(&input)
    }

    /// - Returns: Whether the empty line was there that ends the head.
    private mutating func readLines(_ bytes: Span<UInt8>) throws(RequestSyntaxError) -> Bool {
        while let lineFeed = nextLineFeed(bytes) {
            guard lineFeed > lineStart, bytes[lineFeed - 1] == .carriageReturn else { throw .lineEnd }
            let line = lineStart..<lineFeed - 1
            lineStart = lineFeed + 1
            if minorVersion == nil {
                try readRequestLine(bytes, line)
            } else if line.isEmpty {
                return true
            } else {
                try readField(bytes, line)
            }
        }
        return false
    }

    /// Empty lines before a request are ignored (RFC 9112 §2.2).
    private static func skipEmptyLines(_ input: inout ByteBuffer) {
        while input.getInteger(at: input.readerIndex, as: UInt16.self) == 0x0D0A {
            input.moveReaderIndex(forwardBy: 2)
        }
    }

    private mutating func nextLineFeed(_ bytes: Span<UInt8>) -> Int? {
        let start = scanned
        guard start < bytes.count else { return nil }
        let offset = bytes.withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress, let hit = memchr(base + start, 0x0A, buffer.count - start) else {
                return nil
            }
            return UnsafeRawPointer(hit) - base
        }
        scanned = offset.map { $0 + 1 } ?? bytes.count
        guard let offset, offset < Self.maximumSize else { return nil }
        return offset
    }

    private mutating func readRequestLine(
        _ bytes: Span<UInt8>, _ line: Range<Int>
    ) throws(RequestSyntaxError) {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index].isTokenCharacter { index += 1 }
        let methodEnd = index
        guard methodEnd > line.lowerBound, methodEnd < line.upperBound, bytes[methodEnd] == 0x20 else {
            throw .requestLine
        }
        index += 1
        let targetStart = index
        while index < line.upperBound, bytes[index].isVisibleASCII { index += 1 }
        guard index > targetStart, index < line.upperBound, bytes[index] == 0x20 else { throw .requestLine }
        let version = index + 1..<line.upperBound
        guard version.count == 8, Self.text(bytes, version.lowerBound..<version.upperBound - 1) == "HTTP/1." else {
            throw .version
        }
        switch bytes[version.upperBound - 1] {
        case UInt8(ascii: "0"): minorVersion = 0
        case UInt8(ascii: "1"): minorVersion = 1
        default: throw .version
        }
        method = Self.method(bytes, line.lowerBound..<methodEnd)
        target = Self.text(bytes, targetStart..<index)
        guard Self.isTarget(target, method) else { throw .requestLine }
    }

    /// One of the four forms of RFC 9112 §3.2.
    private static func isTarget(_ target: String, _ method: HTTPMethod) -> Bool {
        target.utf8.first == UInt8(ascii: "/") || target == "*" || method == .CONNECT
            || target.hasPrefix("http://") || target.hasPrefix("https://")
    }

    private mutating func readField(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(RequestSyntaxError) {
        guard entries.count < Self.maximumFields else { throw .headTooLarge }
        guard !bytes[line.lowerBound].isWhitespace else { throw .folded }
        var index = line.lowerBound
        while index < line.upperBound, bytes[index].isTokenCharacter { index += 1 }
        guard index > line.lowerBound, index < line.upperBound, bytes[index] == UInt8(ascii: ":") else {
            throw .fieldName
        }
        let name = line.lowerBound..<index
        var (start, end) = (index + 1, line.upperBound)
        while start < end, bytes[start].isWhitespace { start += 1 }
        while end > start, bytes[end - 1].isWhitespace { end -= 1 }
        for place in start..<end where bytes[place].isControlCharacter { throw .fieldValue }
        entries.append(HeaderFields.Entry(name: name, value: start..<end))
        try interpret(bytes, name, start..<end)
    }

    /// The fields that frame the message, by the lengths of their names.
    private mutating func interpret(
        _ bytes: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>
    ) throws(RequestSyntaxError) {
        switch name.count {
        case 4 where Self.isEqual(bytes, name, "host"):
            guard !hasHost else { throw .severalHosts }
            hasHost = true
        case 6 where Self.isEqual(bytes, name, "expect"):
            expectsContinue = expectsContinue || Self.isEqual(bytes, value, "100-continue")
        case 7 where Self.isEqual(bytes, name, "upgrade"):
            asksForUpgrade = true
        case 10 where Self.isEqual(bytes, name, "connection"):
            readConnection(bytes, value)
        case 14 where Self.isEqual(bytes, name, "content-length"):
            guard length == nil else { throw .severalLengths }
            length = try Self.length(bytes, value)
        case 17 where Self.isEqual(bytes, name, "transfer-encoding"):
            guard !isChunked, minorVersion == 1, Self.isEqual(bytes, value, "chunked") else { throw .transferEncoding }
            isChunked = true
        default:
            break
        }
    }

    private mutating func readConnection(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        var start = value.lowerBound
        while start < value.upperBound {
            var end = start
            while end < value.upperBound, bytes[end] != UInt8(ascii: ",") { end += 1 }
            var option = start..<end
            while let first = option.first, bytes[first].isWhitespace { option = first + 1..<end }
            while let last = option.last, bytes[last].isWhitespace { option = option.lowerBound..<last }
            if Self.isEqual(bytes, option, "close") { isClosed = true }
            if Self.isEqual(bytes, option, "keep-alive") { isKept = true }
            start = end + 1
        }
    }

    private mutating func finish(_ input: inout ByteBuffer) throws(RequestSyntaxError) -> RequestHead {
        guard length == nil || !isChunked else { throw .severalLengths }
        let bytes = input.readBytes(length: lineStart) ?? []
        let minorVersion = minorVersion ?? 1
        let head = RequestHead(
            method: method, target: target, minorVersion: minorVersion, fields: HeaderFields(bytes, entries),
            framing: isChunked ? .chunked : .length(length ?? 0),
            isKeepAlive: !isClosed && (minorVersion == 1 || isKept),
            expectsContinue: expectsContinue, asksForUpgrade: asksForUpgrade)
        self = RequestHeadParser()
        return head
    }

    /// Digits only, and no number that does not fit.
    private static func length(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(RequestSyntaxError) -> Int {
        guard 1...18 ~= value.count else { throw .contentLength }
        var length = 0
        for index in value {
            guard 0x30...0x39 ~= bytes[index] else { throw .contentLength }
            length = length * 10 + Int(bytes[index]) - 0x30
        }
        return length
    }

    private static func method(_ bytes: Span<UInt8>, _ range: Range<Int>) -> HTTPMethod {
        // With case (RFC 9110 §9.1); the library compares with every method that it knows.
        switch text(bytes, range) {
        case "GET": .GET
        case "POST": .POST
        case let other: HTTPMethod(rawValue: other)
        }
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Compares without case with a name in lower case.
    private static func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, _ wanted: StaticString) -> Bool {
        guard range.count == wanted.utf8CodeUnitCount else { return false }
        return wanted.withUTF8Buffer { wanted in
            for offset in wanted.indices {
                guard bytes[range.lowerBound + offset].lowercasedASCII == wanted[offset] else { return false }
            }
            return true
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import NIOCore

/// Cuts a connection's bytes into requests (RFC 9112).
package struct RequestDecoder {
    package enum Part {
        case head(RequestHead)
        case body(ByteBuffer)
        case end
    }

    private enum State {
        case head
        /// So many bytes are missing.
        case body(Int)
        case chunkSize
        case chunk(Int)
        case chunkEnd
        /// So many bytes of them have come.
        case trailers(Int)
    }

    /// A line that says the size of a chunk; its extensions are ignored.
    private static let maximumChunkLine = 256
    private static let maximumTrailers = 16 << 10

    private var state = State.head
    private var head = RequestHeadParser()

    package init() {}

    /// Whether the next byte is the first of a request.
    var isBetweenRequests: Bool { if case .head = state { !head.hasBegun } else { false } }

    /// The next part of the input.
    ///
    /// - Parameter input: Moved behind what was taken.
    /// - Returns: The part; nil while it is not whole.
    /// - Throws: ``RequestSyntaxError``; there is nothing to read after it.
    package mutating func next(_ input: inout ByteBuffer) throws(RequestSyntaxError) -> Part? {
        while true {
            switch state {
            case .head:
                guard let head = try head.parse(&input) else { return nil }
                state = head.framing == .chunked ? .chunkSize : .body(head.length)
                return .head(head)
            case .body(0):
                state = .head
                return .end
            case .body(let missing):
                guard let part = Self.slice(&input, missing) else { return nil }
                state = .body(missing - part.readableBytes)
                return .body(part)
            case .chunkSize:
                guard let size = try Self.chunkSize(&input) else { return nil }
                state = size == 0 ? .trailers(0) : .chunk(size)
            case .chunk(let missing):
                guard let part = Self.slice(&input, missing) else { return nil }
                state = part.readableBytes == missing ? .chunkEnd : .chunk(missing - part.readableBytes)
                return .body(part)
            case .chunkEnd:
                guard let end: UInt16 = input.readInteger() else { return nil }
                guard end == 0x0D0A else { throw .chunk }
                state = .chunkSize
            case .trailers(let count):
                guard let line = try Self.line(&input, limit: Self.maximumTrailers - count) else { return nil }
                guard line.readableBytes > 0 else {
                    state = .head
                    return .end
                }
                try Self.checkTrailer(line)
                state = .trailers(count + line.readableBytes + 2)
            }
        }
    }

    private static func slice(_ input: inout ByteBuffer, _ limit: Int) -> ByteBuffer? {
        input.readableBytes == 0 ? nil : input.readSlice(length: min(limit, input.readableBytes))
    }

    /// A line without its end; nil while it is not whole.
    private static func line(_ input: inout ByteBuffer, limit: Int) throws(RequestSyntaxError) -> ByteBuffer? {
        guard let length = try lineLength(input.readableBytesUInt8Span, limit: limit) else { return nil }
        let line = input.readSlice(length: length)
        input.moveReaderIndex(forwardBy: 2)
        return line
    }

    private static func lineLength(_ bytes: Span<UInt8>, limit: Int) throws(RequestSyntaxError) -> Int? {
        var index = 0
        while index < bytes.count, bytes[index] != .lineFeed { index += 1 }
        guard index <= limit else { throw .chunk }
        guard index < bytes.count else { return nil }
        guard index > 0, bytes[index - 1] == .carriageReturn else { throw .lineEnd }
        return index - 1
    }

    private static func chunkSize(_ input: inout ByteBuffer) throws(RequestSyntaxError) -> Int? {
        guard let line = try line(&input, limit: maximumChunkLine) else { return nil }
        let bytes = line.readableBytesUInt8Span
        var (size, index) = (0, 0)
        while index < bytes.count, let digit = bytes[index].hexadecimalValue {
            // Fifteen digits always fit.
            guard index < 15 else { throw .chunk }
            size = size << 4 | digit
            index += 1
        }
        guard index > 0 else { throw .chunk }
        guard index < bytes.count else { return size }
        while index < bytes.count, bytes[index].isWhitespace { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ";") else { throw .chunk }
        while index < bytes.count {
            guard bytes[index].isChunkExtensionCharacter else { throw .chunk }
            index += 1
        }
        return size
    }

    /// Trailers are checked and dropped: nobody may merge them into the head (RFC 9110 §6.5.1).
    private static func checkTrailer(_ line: ByteBuffer) throws(RequestSyntaxError) {
        let bytes = line.readableBytesUInt8Span
        var index = 0
        while index < bytes.count, bytes[index].isTokenCharacter { index += 1 }
        guard index > 0, index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw .fieldName }
        while index < bytes.count {
            guard !bytes[index].isControlCharacter else { throw .fieldValue }
            index += 1
        }
    }
}

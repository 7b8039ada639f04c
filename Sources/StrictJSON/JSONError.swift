// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why a text is not JSON that this module accepts, and where.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The rule that the text breaks.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's stable name.
        public let description: String

        /// The text ends inside a value, or is empty.
        public static let unexpectedEnd = Code(description: "unexpected end")
        /// A byte that no rule of the grammar allows here.
        public static let unexpectedByte = Code(description: "unexpected byte")
        /// Bytes after the value.
        public static let trailingBytes = Code(description: "bytes after the value")
        /// A string or name is not well-formed UTF-8 (RFC 3629).
        public static let invalidUTF8 = Code(description: "invalid UTF-8")
        /// An escape that RFC 8259 §7 does not define, or a lone surrogate.
        public static let invalidEscape = Code(description: "invalid escape")
        /// A number that RFC 8259 §6 does not allow.
        public static let invalidNumber = Code(description: "invalid number")
        /// Two members of one object have the same name after unescaping.
        public static let duplicateMember = Code(description: "duplicate member name")
        /// The text is longer than ``JSONLimits/bytes``.
        public static let tooLarge = Code(description: "text too large")
        /// More nesting than ``JSONLimits/depth``.
        public static let tooDeep = Code(description: "nesting too deep")
        /// More than ``JSONLimits/members`` or ``JSONLimits/values``.
        public static let tooManyValues = Code(description: "too many values")
    }

    /// The rule that the text breaks.
    public let code: Code
    /// Bytes before the place, from 0.
    public let offset: Int
    /// The line of the place, from 1.
    public let line: Int
    /// The column of the place in bytes, from 1.
    public let column: Int

    /// `code at line L, column C`.
    public var description: String { "\(code) at line \(line), column \(column)" }

    init(_ code: Code, at offset: Int, in text: borrowing Span<UInt8>) {
        var line = 1
        var lineStart = 0
        for index in 0..<min(offset, text.count) where text[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        self.code = code
        self.offset = offset
        self.line = line
        self.column = offset - lineStart + 1
    }
}

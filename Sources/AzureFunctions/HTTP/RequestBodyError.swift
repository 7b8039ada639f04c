// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A streamed body that cannot be read; left uncaught it becomes a 500.
public struct RequestBodyError: Error, Sendable, CustomStringConvertible {
    /// Why.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's stable name.
        public let description: String

        /// The body was read before: it passes by once.
        public static let alreadyRead = Code(description: "already_read")
        /// The client went away, or stood still for too long, before the end of the body.
        public static let interrupted = Code(description: "interrupted")
        /// `bytes`, `text` or `decode` of a body that is streamed and was not collected.
        public static let notCollected = Code(description: "not_collected")
    }

    /// Why.
    public let code: Code
    /// What to do about it.
    public let message: String

    static let alreadyRead = RequestBodyError(
        code: .alreadyRead, message: "A streamed body passes by once; keep what collect(upTo:) returns.")
    static let interrupted = RequestBodyError(code: .interrupted, message: "The body ended before it was complete.")
    static let notCollected = RequestBodyError(
        code: .notCollected,
        message: "The function declares streaming: .request, so its body is read with chunks or collect(upTo:); bytes, "
            + "text and decode work on what collect(upTo:) returns.")

    /// `code: message`.
    public var description: String { "\(code): \(message)" }
}

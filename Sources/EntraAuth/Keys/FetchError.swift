// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why metadata or keys could not be had.
public struct FetchError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The class of failure, usable as a metrics label.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The stable name.
        public let description: String

        /// No connection, or it broke.
        public static let connection = Code(description: "connection")
        /// The deadline passed.
        public static let timeout = Code(description: "timeout")
        /// TLS: the server's certificate is not trusted, or the handshake failed.
        public static let tls = Code(description: "tls")
        /// The answer is larger than allowed.
        public static let tooLarge = Code(description: "too_large")
        /// A status other than 200.
        public static let status = Code(description: "status")
        /// A content type or encoding that is not plain JSON: often a captive portal.
        public static let content = Code(description: "content")
        /// Not the document that it should be.
        public static let malformed = Code(description: "malformed")
        /// The metadata belongs to another authority, or names a key server elsewhere.
        public static let foreign = Code(description: "foreign")
    }

    /// The class of failure.
    public let code: Code
    /// What an operator needs to know.
    public let message: String

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: The class of failure.
    ///   - message: What an operator needs to know.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// `code: message`.
    public var description: String { "\(code): \(message)" }

    /// Compares codes only.
    public static func == (left: FetchError, right: FetchError) -> Bool { left.code == right.code }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why the tenant's files cannot be used.
public struct TenantStateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of trouble.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's stable name.
        public let description: String

        /// A file cannot be opened or read, or is too large.
        public static let fileUnreadable = Code(description: "file_unreadable")
        /// A file or folder cannot be written.
        public static let fileUnwritable = Code(description: "file_unwritable")
        /// A file was read, but does not hold what it should.
        public static let fileInvalid = Code(description: "file_invalid")
        /// A key or certificate could not be made.
        public static let keyGeneration = Code(description: "key_generation")
        /// More keys are to be published than a tenant holds.
        public static let tooManyKeys = Code(description: "too_many_keys")
    }

    /// The kind of trouble.
    public let code: Code
    /// What happened and what to do.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// `code: message`.
    public var description: String { "\(code): \(message)" }
}

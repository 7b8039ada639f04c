// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why a token cannot be made from names that a person gave.
public struct MintError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was not found.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's stable name.
        public let description: String

        /// No user, or more than one, has the name.
        public static let userNotFound = Code(description: "user_not_found")
        /// No API has the name.
        public static let apiNotFound = Code(description: "api_not_found")
        /// No client is there that could have asked.
        public static let clientNotFound = Code(description: "client_not_found")
    }

    /// What was not found.
    public let code: Code
    /// What was looked for and what there is.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// `code: message`.
    public var description: String { "\(code): \(message)" }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A request that a function cannot use; left uncaught it becomes a 400.
public struct BadRequest: Error, CustomStringConvertible {
    /// A text for the client.
    public let message: String
    /// What happened, for the log only.
    public let cause: (any Error)?

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - message: A text for the client.
    ///   - cause: What happened, for the log only.
    public init(_ message: String, cause: (any Error)? = nil) {
        self.message = message
        self.cause = cause
    }

    /// The message.
    public var description: String { message }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An invocation that the host counts as failed (host contract §8.1, §8.6).
public struct InvocationFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The status that the handler answered with.
    public let status: Int
    /// What the handler said, or why its answer cannot be used.
    public let message: String

    init(status: Int, message: String) {
        self.status = status
        self.message = message
    }

    /// `status: message`.
    public var description: String { "\(status): \(message)" }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A binding's value that is not what the function declares.
///
/// The runtime fails the invocation, so that the host retries it by its policy and, for queues, moves it to the poison
/// queue in the end. The value itself is never in the text.
public struct UnreadableValue: Error, Sendable, CustomStringConvertible {
    /// What was expected.
    public let expected: String
    /// Why it is not that.
    public let reason: String

    init(_ type: Any.Type, _ reason: String) {
        expected = "\(type)"
        self.reason = reason
    }

    /// Both in a sentence.
    public var description: String { "The value cannot be read as \(expected): \(reason)" }
}

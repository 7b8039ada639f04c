// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Sends server-sent events.
public struct ServerSentEventWriter: Sendable {
    let writer: ResponseWriter

    /// Sends an event, and returns once the connection has taken it.
    ///
    /// - Parameter event: The event.
    /// - Throws: `CancellationError` when the invocation is cancelled, or an error of the connection; both end the
    ///   answer.
    public func send(_ event: ServerSentEvent) async throws { try await writer.write(event.text) }

    /// Sends a comment, which clients ignore; keeps the connection from looking idle.
    ///
    /// - Parameter text: The text; line ends in it become spaces.
    /// - Throws: As ``send(_:)`` does.
    public func comment(_ text: String = "") async throws {
        let line = String(text.map { $0.isNewline ? " " : $0 })
        try await writer.write(":\(line)\n\n")
    }
}

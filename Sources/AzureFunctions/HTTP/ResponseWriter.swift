// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Sends the parts of a streamed answer.
public struct ResponseWriter: Sendable {
    private let send: @Sendable ([UInt8]) async throws -> Void

    package init(send: @escaping @Sendable ([UInt8]) async throws -> Void) {
        self.send = send
    }

    /// Sends bytes, and returns once the connection has taken them: a slow client slows the function down, and nothing
    /// piles up.
    ///
    /// - Parameter bytes: Any number of bytes; none are nothing.
    /// - Throws: `CancellationError` when the invocation is cancelled, or an error of the connection, such as that the
    ///   client went away; both end the answer.
    public func write(_ bytes: [UInt8]) async throws {
        try Task.checkCancellation()
        if !bytes.isEmpty { try await send(bytes) }
    }

    /// Sends text as UTF-8.
    ///
    /// - Parameter text: The text.
    /// - Throws: As ``write(_:)-([UInt8])`` does.
    public func write(_ text: String) async throws { try await write(Array(text.utf8)) }
}

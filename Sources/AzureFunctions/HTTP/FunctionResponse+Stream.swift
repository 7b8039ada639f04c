// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

extension FunctionResponse {
    /// Writes the body of a streamed answer.
    public typealias Producer = @Sendable (ResponseWriter) async throws -> Void

    /// An answer whose body is written while it is sent, in plain HTTP only; see ``Streaming``.
    ///
    /// ```swift
    /// HTTPFunction("export", methods: [.get], streaming: .response) { request, context in
    ///     .stream(contentType: "text/csv") { writer in
    ///         for row in rows { try await writer.write(row.line) }
    ///     }
    /// }
    /// ```
    ///
    /// The answer goes out in chunks unless the header fields hold a `Content-Length`, which must then be kept. When the
    /// client goes away, the invocation's task is cancelled.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - contentType: The media type.
    ///   - headers: Further header fields.
    ///   - produce: Writes the body; not called for a HEAD request. What it throws breaks the connection off, so that
    ///     nobody takes a part for the whole, and goes to the log.
    /// - Returns: The answer.
    public static func stream(
        status: HTTPResponse.Status = .ok, contentType: String, headers: HTTPFields = [:],
        _ produce: @escaping Producer
    ) -> FunctionResponse {
        var response = FunctionResponse(status: status, headers: headers)
        response.headers[.contentType] = contentType
        response.producer = produce
        return response
    }

    /// An answer whose body is a sequence of parts, in plain HTTP only; see ``Streaming``.
    ///
    /// - Parameters:
    ///   - chunks: The parts, taken at the pace of the client. An error breaks the connection off.
    ///   - status: The status.
    ///   - contentType: The media type.
    ///   - headers: Further header fields.
    /// - Returns: The answer.
    public static func stream<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks, status: HTTPResponse.Status = .ok, contentType: String, headers: HTTPFields = [:]
    ) -> FunctionResponse where Chunks.Element == [UInt8] {
        stream(status: status, contentType: contentType, headers: headers) { writer in
            for try await chunk in chunks { try await writer.write(chunk) }
        }
    }

    /// Server-sent events (`text/event-stream`), in plain HTTP only; see ``Streaming``.
    ///
    /// ```swift
    /// HTTPFunction("ticks", methods: [.get], streaming: .response) { request, context in
    ///     .events { stream in
    ///         for await tick in ticks { try await stream.send(ServerSentEvent(data: "\(tick)")) }
    ///     }
    /// }
    /// ```
    ///
    /// - Parameter produce: Sends the events. What it throws breaks the connection off; the client connects again.
    /// - Returns: The answer.
    public static func events(
        _ produce: @escaping @Sendable (ServerSentEventWriter) async throws -> Void
    ) -> FunctionResponse {
        stream(contentType: "text/event-stream", headers: [.cacheControl: "no-cache"]) { writer in
            try await produce(ServerSentEventWriter(writer: writer))
        }
    }

    /// Whether the body is written while it is sent; `body` is empty then.
    public var isStreamed: Bool { producer != nil }
}

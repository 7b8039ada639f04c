// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Testing

/// A handler that answers as a test says (status 0: not at all), and remembers what it was asked.
final class ScriptedHandler: Sendable {
    private typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

    private let answer: @Sendable (HTTPMessage) -> HTTPMessage
    private let recorded = Mutex<[HTTPMessage]>([])

    /// The calls so far, without the host's `GET /`.
    var calls: [HTTPMessage] { recorded.withLock { $0 } }

    init(_ answer: @escaping @Sendable (HTTPMessage) -> HTTPMessage) {
        self.answer = answer
    }

    /// Serves on a free port of 127.0.0.1 while the body runs.
    func withPort<Result: Sendable>(_ body: (Int) async throws -> Result) async throws -> Result {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    return try Connection(wrappingChannelSynchronously: channel)
                }
            }
        let port = try #require(server.channel.localAddress?.port)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.executeThenClose { connections in
                    try await withThrowingDiscardingTaskGroup { group in
                        for try await connection in connections {
                            group.addTask { try? await self.serve(connection) }
                        }
                    }
                }
            }
            defer { group.cancelAll() }
            return try await body(port)
        }
    }

    private func serve(_ connection: Connection) async throws {
        try await connection.executeThenClose { inbound, outbound in
            var request = HTTPMessage()
            for try await part in inbound {
                switch part {
                case .head(let head):
                    request = HTTPMessage(method: "\(head.method)", uri: head.uri, headers: head.headers)
                case .body(let buffer):
                    request.body += Array(buffer.readableBytesView)
                case .end:
                    let isProbe = request.method == "GET" && request.uri == "/"
                    if !isProbe { recorded.withLock { $0.append(request) } }
                    let reply = isProbe ? HTTPMessage(status: 404) : answer(request)
                    if reply.status == 0 { return }
                    var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: reply.status))
                    head.headers = reply.headers
                    head.headers.replaceOrAdd(name: "Content-Length", value: "\(reply.body.count)")
                    try await outbound.write(.head(head))
                    try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: reply.body))))
                    try await outbound.write(.end(nil))
                }
            }
        }
    }
}

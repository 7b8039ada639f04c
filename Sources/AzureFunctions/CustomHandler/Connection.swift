// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore

/// A connection, for tasks, on whatever thread they run.
struct Connection: Sendable {
    private let bound: NIOLoopBound<(ConnectionHandler, ChannelHandlerContext)>
    private let eventLoop: any EventLoop

    init(_ handler: ConnectionHandler, _ context: ChannelHandlerContext) {
        eventLoop = context.eventLoop
        bound = NIOLoopBound((handler, context), eventLoop: eventLoop)
    }

    /// Does something on the event loop; at once when called there.
    func execute(_ body: @escaping @Sendable (ConnectionHandler, ChannelHandlerContext) -> Void) {
        if eventLoop.inEventLoop {
            body(bound.value.0, bound.value.1)
        } else {
            eventLoop.execute { body(bound.value.0, bound.value.1) }
        }
    }

    /// Does something on the event loop and waits for what comes of it.
    private func result<Result: Sendable>(
        _ body: @escaping @Sendable (ConnectionHandler, ChannelHandlerContext) throws -> Result
    ) async throws -> Result {
        if eventLoop.inEventLoop { return try body(bound.value.0, bound.value.1) }
        return try await eventLoop.submit { try body(bound.value.0, bound.value.1) }.get()
    }

    /// Sends an answer; in parts when it is streamed, each when the connection has taken the one before.
    func answer(_ response: HandlerResponse, _ serial: Int) async {
        guard let producer = response.producer else {
            return execute { $0.write(response, serial, $1) }
        }
        do {
            guard try await result({ $0.begin(response, serial, $1) }) else { return }
            try await producer(ResponseWriter { try await send($0, serial) })
            try await result { try $0.end(serial, $1) }
        } catch {
            // Nobody may take the part for the whole.
            execute { $0.abort(serial, $1) }
        }
    }

    private func send(_ bytes: [UInt8], _ serial: Int) async throws {
        let written =
            eventLoop.inEventLoop
            ? bound.value.0.send(bytes, serial, bound.value.1)
            : eventLoop.flatSubmit { bound.value.0.send(bytes, serial, bound.value.1) }
        try await written.get()
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import NIOCore
import NIOExtras
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// The HTTP/1.1 server that the host calls on `127.0.0.1` (host contract §2.1, §4).
struct CustomHandlerServer: Service {
    /// How long running invocations may take to end after SIGTERM.
    private static let drainTime = TimeAmount.seconds(25)

    let port: Int
    let dispatcher: Dispatcher
    let logger: Logger
    let onReady: @Sendable (Int) -> Void

    func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(quiescing.makeServerChannelHandler(channel: channel))
                }
            }
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler(dispatcher: dispatcher, logger: logger, eventLoop: channel.eventLoop))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .bind(host: "127.0.0.1", port: port).get()
        let drained = channel.eventLoop.makePromise(of: Void.self)
        onReady(channel.localAddress?.port ?? port)
        await withTaskCancellationOrGracefulShutdownHandler {
            try? await channel.closeFuture.get()
        } onCancelOrGracefulShutdown: {
            quiescing.initiateShutdown(promise: drained)
        }
        await withTaskGroup(of: Void.self) { tasks in
            // Whichever is first: all connections done, or the time is up.
            tasks.addTask { try? await drained.futureResult.get() }
            let timer = channel.eventLoop.scheduleTask(in: Self.drainTime) { drained.succeed() }
            await tasks.waitForAll()
            timer.cancel()
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// The HTTP/1.1 server that the host calls on `127.0.0.1` (host contract §2.1, §4).
struct CustomHandlerServer: Service {
    let port: Int
    let services: ConnectionServices
    let options: RuntimeOptions
    let onReady: @Sendable (Int) -> Void

    func run() async throws {
        let connections = ConnectionRegistry()
        let group = MultiThreadedEventLoopGroup.singleton
        let channel = try await ServerBootstrap(group: Processors.isSingle ? group.next() : group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler(services, eventLoop: channel.eventLoop))
                    connections.add(channel)
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .bind(host: "127.0.0.1", port: port).get()
        onReady(channel.localAddress?.port ?? port)
        await withTaskCancellationOrGracefulShutdownHandler {
            try? await channel.closeFuture.get()
        } onCancelOrGracefulShutdown: {
            channel.close(promise: nil)
        }
        connections.quiesce()
        if await isDrained(connections, within: options.drainTime, on: channel.eventLoop) { return }
        services.logger.warning("Running invocations are cancelled: the app ends.")
        services.gate.close()
        connections.cancelInvocations()
        if await isDrained(connections, within: options.gracePeriod, on: channel.eventLoop) { return }
        services.logger.error("Invocations did not end when they were cancelled; their connections are closed.")
        connections.close()
    }

    private func isDrained(
        _ connections: ConnectionRegistry, within time: Duration, on eventLoop: any EventLoop
    ) async -> Bool {
        let isDrained = eventLoop.makePromise(of: Bool.self)
        let drained = eventLoop.makePromise(of: Void.self)
        drained.futureResult.whenComplete { _ in isDrained.succeed(true) }
        connections.whenDrained(drained)
        // Detached, because a cancelled task could not wait, and not on the event loop, because a function may block it.
        let timer = Task.detached {
            try? await Task.sleep(for: time)
            isDrained.succeed(false)
        }
        defer { timer.cancel() }
        return (try? await isDrained.futureResult.get()) ?? true
    }
}

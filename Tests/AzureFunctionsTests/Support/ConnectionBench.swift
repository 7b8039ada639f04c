// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import StrictJSON
import Synchronization

/// A connection without a socket, whose time passes when the test says so.
struct ConnectionBench {
    private let channel: NIOAsyncTestingChannel
    private let reads: Reads

    init(
        _ app: FunctionApp, hostJSON: JSONValue = [:], gate: InvocationGate? = nil,
        limits: ConnectionLimits = ConnectionLimits(),
        logger: Logger = Logger(label: "t") { _ in SwiftLogNoOpLogHandler() }
    ) async throws {
        let host = HostConfiguration(json: hostJSON, settings: [:])
        let dispatcher = Dispatcher(
            registry: try app.registry(host: host), host: host, isDevelopment: false, logger: logger,
            options: app.options)
        let places = gate ?? InvocationGate(running: 100, waiting: 100)
        if gate == nil { places.open() }
        let reads = Reads()
        self.reads = reads
        let services = ConnectionServices(dispatcher: dispatcher, gate: places, limits: limits, logger: logger)
        channel = try await NIOAsyncTestingChannel { channel in
            try channel.pipeline.syncOperations.addHandler(reads)
            try channel.pipeline.syncOperations.addHandler(ConnectionHandler(services, eventLoop: channel.eventLoop))
        }
        try await channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
    }

    func send(_ bytes: ByteBuffer) async throws { try await channel.writeInbound(bytes) }

    func head(_ method: HTTPMethod, _ target: String, _ fields: [(String, String)] = []) async throws {
        let lines = fields.map { "\($0): \($1)\r\n" }.joined()
        try await send(ByteBuffer(string: "\(method.rawValue) \(target) HTTP/1.1\r\nHost: a\r\n\(lines)\r\n"))
    }

    /// Envelope and end of a call.
    func invoke(_ name: String, _ envelope: String = EnvelopeSamples.h1) async throws {
        try await send(ByteBuffer(string: RawRequest.invoke(name, envelope, id: Door.invocationID)))
    }

    func pass(_ time: TimeAmount) async { await channel.testingEventLoop.advanceTime(by: time) }

    /// Lets everything run that waits for the event loop.
    func settle() async { await channel.testingEventLoop.run() }

    var isActive: Bool { channel.isActive }

    func close() async throws { try await channel.close() }

    /// The status of the answer, once it has begun.
    func status() async throws -> UInt {
        let text = String(buffer: try await channel.waitForOutboundWrite(as: ByteBuffer.self))
        return text.split(separator: " ").dropFirst().first.flatMap { UInt($0) } ?? 0
    }

    /// What has been written so far.
    func written() async throws -> ByteBuffer? { try await channel.readOutbound(as: ByteBuffer.self) }

    /// How often the connection asked for more bytes when it was offered to.
    func asksForMore() async throws -> Bool {
        let before = reads.count.load(ordering: .relaxed)
        try await channel.testingEventLoop.executeInContext { channel.pipeline.read() }
        return reads.count.load(ordering: .relaxed) > before
    }

    private final class Reads: ChannelOutboundHandler, Sendable {
        typealias OutboundIn = ByteBuffer

        let count = Atomic(0)

        func read(context: ChannelHandlerContext) {
            count.add(1, ordering: .relaxed)
            context.read()
        }
    }
}

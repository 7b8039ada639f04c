// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import NIOCore
import NIOPosix
import Testing

@Suite("Proxying both ways at once", .timeLimit(.minutes(2)))
struct DuplexTests {
    private static let files = [
        "host.json":
            #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"x"},"enableProxyingHttpRequest":true}}"#,
        "f/function.json": AppFolder.http(),
    ]

    private func withHost<Result: Sendable>(
        _ body: (Int, RecordingConsole) async throws -> Result
    ) async throws -> Result {
        let folder = try AppFolder(Self.files)
        defer { folder.remove() }
        return try await EchoHandler.withPort { handlerPort in
            let console = RecordingConsole()
            var options = HostOptions(appRoot: folder.path, environment: [:], console: console)
            options.port = 0
            options.handler = .attached(port: handlerPort)
            return try await HostUnderTest.run(options) { try await body($0, console) }
        }
    }

    private func connect(_ port: Int) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
    }

    private static let head = "POST /api/f HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test("Each piece of a body comes back before the next one is sent")
    func pieces() async throws {
        try await withHost { port, console async throws in
            try await connect(port).executeThenClose { inbound, outbound in
                var received = ""
                var iterator = inbound.makeAsyncIterator()
                try await outbound.write(ByteBuffer(string: Self.head))
                for piece in ["one", "two", "end"] {
                    try await outbound.write(ByteBuffer(string: "3\r\n\(piece)\r\n"))
                    while !received.contains(piece) {
                        received += String(buffer: try #require(try await iterator.next()))
                    }
                }
                #expect(!console.messages.contains { $0.hasPrefix("Executed 'Functions.f'") })
                try await outbound.write(ByteBuffer(string: "0\r\n\r\n"))
                while !received.hasSuffix("0\r\n\r\n") {
                    received += String(buffer: try #require(try await iterator.next()))
                }
            }
            await console.wait(for: "Executed 'Functions.f' (Succeeded")
        }
    }

    @Test("A client that goes away in the middle fails the invocation, and the host lives on")
    func abandoned() async throws {
        try await withHost { port, console async throws in
            try await connect(port).executeThenClose { inbound, outbound in
                var iterator = inbound.makeAsyncIterator()
                try await outbound.write(ByteBuffer(string: Self.head + "3\r\none\r\n"))
                _ = try await iterator.next()
            }
            await console.wait(for: "Executed 'Functions.f' (Failed")
            let answer = try await HTTPExchange.send(
                "POST /api/f HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi", port: port)
            #expect(answer.text == "hi")
        }
    }

    @Test("A connection serves one proxied request after the other")
    func keepsAlive() async throws {
        try await withHost { port, _ async throws in
            try await connect(port).executeThenClose { inbound, outbound in
                var iterator = inbound.makeAsyncIterator()
                for number in 1...3 {
                    try await outbound.write(
                        ByteBuffer(string: "POST /api/f HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nn\(number)"))
                    var received = ""
                    while !received.hasSuffix("0\r\n\r\n") {
                        received += String(buffer: try #require(try await iterator.next()))
                    }
                    #expect(received.contains("n\(number)"))
                }
            }
        }
    }
}

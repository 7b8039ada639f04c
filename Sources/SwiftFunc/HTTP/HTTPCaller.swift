// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Sends a request on a connection of its own; follows no redirect, and takes no more than 100 MiB.
struct HTTPCaller: Sendable {
    /// A PEM file whose certificates are trusted in place of the system's.
    var certificateAuthority: String?
    /// For the whole exchange.
    var timeout = Duration.seconds(100)

    /// Sends a request.
    ///
    /// - Throws: ``HTTPCallError`` when there is no whole answer in time.
    func send(_ call: HTTPCall) async throws(HTTPCallError) -> HTTPReply {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: HTTPReply.self)
        let deadline = loop.scheduleTask(in: TimeAmount(timeout)) {
            promise.fail(HTTPCallError(.timedOut, "\(call.address.origin) did not answer within \(timeout)."))
        }
        do {
            let channel = try await connect(call.address, on: loop, promise).get()
            defer { channel.close(promise: nil) }
            var head = HTTPRequestHead(
                version: .http1_1, method: .init(rawValue: call.method), uri: call.address.target)
            head.headers = HTTPHeaders(call.headers.map { ($0.name, $0.value) })
            head.headers.replaceOrAdd(name: "Host", value: call.address.authority)
            head.headers.replaceOrAdd(name: "Connection", value: "close")
            if !call.body.isEmpty || ["POST", "PUT", "PATCH"].contains(call.method) {
                head.headers.replaceOrAdd(name: "Content-Length", value: "\(call.body.count)")
            }
            channel.write(HTTPClientRequestPart.head(head), promise: nil)
            if !call.body.isEmpty {
                channel.write(HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: call.body))), promise: nil)
            }
            channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
            let reply = try await promise.futureResult.get()
            deadline.cancel()
            return reply
        } catch {
            deadline.cancel()
            let problem = Self.problem(error, call.address)
            promise.fail(problem)
            throw problem
        }
    }

    private func connect(
        _ address: HTTPAddress, on loop: any EventLoop, _ promise: EventLoopPromise<HTTPReply>
    ) -> EventLoopFuture<any Channel> {
        let context: NIOSSLContext?
        do {
            context = address.isSecure ? try NIOSSLContext(configuration: tls) : nil
        } catch {
            return loop.makeFailedFuture(error)
        }
        return ClientBootstrap(group: loop).connectTimeout(TimeAmount(min(timeout, .seconds(10))))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        // An address has no name that could be asked for (RFC 6066 §3).
                        let name =
                            address.host.allSatisfy { $0.isNumber || $0 == "." || $0 == ":" } ? nil : address.host
                        try channel.pipeline.syncOperations.addHandler(
                            try NIOSSLClientHandler(context: context, serverHostname: name))
                    }
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(ReplyCollector(promise))
                }
            }
            .connect(host: address.host, port: address.port)
    }

    private var tls: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        if let certificateAuthority { configuration.trustRoots = .file(certificateAuthority) }
        return configuration
    }

    private static func problem(_ error: any Error, _ address: HTTPAddress) -> HTTPCallError {
        switch error {
        case let error as HTTPCallError: error
        case is NIOConnectionError: HTTPCallError(.refused, "Nobody answers at \(address.origin).")
        case is NIOSSLError, is NIOSSLExtraError:
            HTTPCallError(.untrusted, "No trusted connection to \(address.origin): \(error)")
        default: HTTPCallError(.broken, "No answer from \(address.origin): \(error)")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import EntraAuth
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Fetches metadata and keys over https, with the limits of `spec §5.4`: no redirects, no compression, 2 s to connect.
///
/// Plain http is spoken on the loopback only. A connection serves the next fetch from the same server when that comes
/// at once, as keys are asked for after the metadata; otherwise each fetch has its own.
public final class HTTPDocumentTransport: DocumentTransport {
    private static let connectTime = TimeAmount.seconds(2)

    private let security: ConnectionSecurity
    private let idle: IdleConnection

    /// Creates a transport; the system's certificates are read at the first https fetch.
    ///
    /// - Parameter trust: Which certificate authorities are believed.
    /// - Throws: ``FetchError`` with code `tls` when the PEM file cannot be read or holds no certificate.
    public convenience init(trust: TrustRoots = .system) throws(FetchError) {
        try self.init(trust: trust, idleTime: .seconds(2))
    }

    package init(trust: TrustRoots, idleTime: Duration) throws(FetchError) {
        security = try ConnectionSecurity(trust)
        idle = IdleConnection(time: TimeAmount(idleTime))
    }

    /// Fetches one document.
    ///
    /// - Parameters:
    ///   - url: An absolute URL.
    ///   - limits: Bounds that hold while the answer arrives.
    /// - Returns: The answer; the body only where the status is 200.
    /// - Throws: ``FetchError``.
    public func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        guard let address = DocumentAddress(url) else {
            throw FetchError(.connection, "\(url) cannot be fetched: it is neither https nor http on the loopback.")
        }
        do {
            let context = address.isSecure ? try security.context() : nil
            let kept = idle.take(address.origin)
            let loop = kept?.eventLoop ?? MultiThreadedEventLoopGroup.singleton.next()
            let promise = loop.makePromise(of: FetchedDocument.self)
            let exchange = DocumentExchange(address: address, limits: limits, promise: promise, idle: idle)
            let deadline = loop.scheduleTask(in: TimeAmount(limits.deadline)) {
                promise.fail(FetchError(.timeout, "\(url) did not answer within \(limits.deadline)."))
            }
            defer { deadline.cancel() }
            let connectDeadline = NIODeadline.now() + Self.connectTime
            let connected = kept.map(loop.makeSucceededFuture) ?? Self.connect(address, context, on: loop)
            connected.whenComplete { result in
                do {
                    let operations = try result.get().pipeline.syncOperations
                    try operations.handler(type: DocumentHandler.self).begin(exchange, connectDeadline)
                } catch {
                    promise.fail(error)
                }
            }
            return try await withTaskCancellationHandler {
                try await promise.futureResult.get()
            } onCancel: {
                promise.fail(CancellationError())
            }
        } catch {
            throw FetchError(error, url, limits)
        }
    }

    private static func connect(
        _ address: DocumentAddress, _ context: NIOSSLContext?, on loop: any EventLoop
    ) -> EventLoopFuture<any Channel> {
        let literal = try? SocketAddress(ipAddress: address.host, port: address.port)
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(connectTime)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let operations = channel.pipeline.syncOperations
                    if let context {
                        // An address has no name that could be asked for (RFC 6066 §3); the certificate must list it.
                        let name = literal == nil ? address.host : nil
                        try operations.addHandler(NIOSSLClientHandler(context: context, serverHostname: name))
                    }
                    try operations.addHTTPClientHandlers()
                    try operations.addHandler(DocumentHandler(isSecure: context != nil))
                }
            }
        // A literal needs no resolver, which would start a thread of its own.
        if let literal { return bootstrap.connect(to: literal) }
        return bootstrap.connect(host: address.host, port: address.port)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AsyncHTTPClient
public import EntraAuth
import NIOCore
import NIOHTTP1
import NIOSSL

/// Fetches metadata and keys over https, with the limits of `spec §5.4`: no redirects, no compression, 2 s to connect.
public final class HTTPDocumentTransport: DocumentTransport {
    private let client: HTTPClient

    /// Creates a transport; call ``shutdown()`` when done.
    ///
    /// - Parameter trust: Which certificate authorities are believed.
    /// - Throws: ``FetchError`` with code `tls` when the PEM file cannot be read or holds no certificate.
    public init(trust: TrustRoots = .system) throws(FetchError) {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if case .file(let path) = trust {
            guard let certificates = try? NIOSSLCertificate.fromPEMFile(path), !certificates.isEmpty else {
                throw FetchError(.tls, "The certificate authority file \(path) cannot be read or holds no certificate.")
            }
            tls.trustRoots = .certificates(certificates)
        }
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(2)
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        configuration.connectionPool.idleTimeout = .seconds(30)
        // The pool's own retries would hide broken connections from the key store, which has its own rule.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes connections; the transport is of no use afterwards.
    ///
    /// - Throws: What the client throws when a connection does not close; there is nothing to do about it.
    public func shutdown() async throws {
        try await client.shutdown()
    }

    /// Fetches one document.
    ///
    /// - Parameters:
    ///   - url: An absolute URL.
    ///   - limits: Bounds that hold while the answer arrives.
    /// - Returns: The answer; the body only where the status is 200.
    /// - Throws: ``FetchError``.
    public func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        do {
            // The client's deadline ends with the head of the answer; a body that stalls would never end. The two
            // children race, and the loser is cancelled.
            return try await withThrowingTaskGroup(of: FetchedDocument.self) { group in
                group.addTask { try await self.fetch(url, limits) }
                group.addTask {
                    try await Task.sleep(for: limits.deadline)
                    throw FetchError(.timeout, "\(url) did not answer within \(limits.deadline).")
                }
                defer { group.cancelAll() }
                guard let document = try await group.next() else { throw CancellationError() }
                return document
            }
        } catch {
            throw Self.fetchError(error, url, limits)
        }
    }

    private func fetch(_ url: String, _ limits: FetchLimits) async throws -> FetchedDocument {
        var request = HTTPClientRequest(url: url)
        request.headers = ["Accept": "application/json", "Accept-Encoding": "identity"]
        let response = try await client.execute(request, deadline: .now() + TimeAmount(limits.deadline))
        guard response.status == .ok else {
            return FetchedDocument(
                status: Int(response.status.code),
                retryAfter: response.headers.first(name: "Retry-After").flatMap { Int($0) }, body: [])
        }
        try Self.check(response.headers, url, limits)
        let body = try await response.body.collect(upTo: limits.bodySize)
        return FetchedDocument(
            status: 200, contentType: response.headers.first(name: "Content-Type"),
            body: Array(body.readableBytesView))
    }

    /// What can be refused before a byte of the body is read.
    private static func check(_ headers: HTTPHeaders, _ url: String, _ limits: FetchLimits) throws(FetchError) {
        let encodings = headers[canonicalForm: "Content-Encoding"]
        guard encodings.allSatisfy({ $0.lowercased() == "identity" }) else {
            throw FetchError(.content, "\(url) answered with a content encoding although none was accepted.")
        }
        if let length = headers.first(name: "Content-Length").flatMap({ Int($0) }), length > limits.bodySize {
            throw FetchError(.tooLarge, "\(url) announced \(length) bytes; the limit is \(limits.bodySize).")
        }
    }

    private static func fetchError(_ error: any Error, _ url: String, _ limits: FetchLimits) -> FetchError {
        switch error {
        case let error as FetchError:
            return error
        case is NIOTooManyBytesError:
            return FetchError(.tooLarge, "\(url) answered more than \(limits.bodySize) bytes.")
        case let error as HTTPClientError where timeouts.contains(error):
            return FetchError(.timeout, "\(url) did not answer within \(limits.deadline) (\(error.shortDescription)).")
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            return FetchError(.tls, "The https connection to \(url) failed: is its certificate trusted? \(error)")
        case let error as HTTPClientError:
            return FetchError(.connection, "\(url) cannot be fetched: \(error.shortDescription).")
        default:
            return FetchError(.connection, "\(url) cannot be fetched: \(error)")
        }
    }

    private static let timeouts: [HTTPClientError] = [
        .deadlineExceeded, .readTimeout, .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout,
    ]
}

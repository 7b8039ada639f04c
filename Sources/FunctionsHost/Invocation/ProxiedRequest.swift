// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Hummingbird
import NIOCore
import NIOHTTP1

/// Passes a request on to the handler, streaming both ways (host contract §4.4).
///
/// The answer begins to flow once the request's body has been passed on.
struct ProxiedRequest: Sendable {
    private static let idleTimeout = TimeAmount.seconds(240)
    private static let maximumAttempts = 10

    let client: HandlerClient
    let head: HTTPRequestHead
    let body: RequestBody

    /// An exchange whose answer has begun.
    struct Answer: Sendable {
        let connection: HandlerConnection
        let head: HTTPResponseHead
        let client: HandlerClient

        /// Writes the answer's body as it arrives.
        func stream(to write: (ByteBuffer) async throws -> Void) async throws {
            do {
                while case .body(let buffer) = try await connection.next(within: ProxiedRequest.idleTimeout) {
                    try await write(buffer)
                }
                client.release(connection, after: head)
            } catch {
                connection.close()
                throw error
            }
        }
    }

    /// Sends the request and waits for the answer's head.
    func send() async throws(InvocationFailure) -> Answer {
        let connection: HandlerConnection
        do throws(HandlerClientError) {
            connection = try await connect()
        } catch {
            throw InvocationFailure("Failed to proxy request with ForwarderError: Request (\(error.message))")
        }
        do {
            connection.begin(head)
            // An answer may come before the body has been read; the writing then fails and does not matter.
            async let upload: Void = upload(to: connection)
            guard case .head(let answer) = try await connection.next(within: Self.idleTimeout) else {
                throw HandlerClientError.closed
            }
            _ = try? await upload
            return Answer(connection: connection, head: answer, client: client)
        } catch {
            connection.close()
            throw InvocationFailure("Failed to proxy request with ForwarderError: Request (\(error))")
        }
    }

    private func upload(to connection: HandlerConnection) async throws {
        for try await buffer in body { try await connection.write(buffer, within: Self.idleTimeout) }
        connection.finish()
    }

    private func connect() async throws(HandlerClientError) -> HandlerConnection {
        var attempt = 1
        while true {
            do throws(HandlerClientError) {
                return try await client.connect()
            } catch {
                guard attempt < Self.maximumAttempts, !Task.isCancelled else { throw error }
                try? await Task.sleep(for: .milliseconds(min(250, 50 * attempt)))
                attempt += 1
            }
        }
    }
}

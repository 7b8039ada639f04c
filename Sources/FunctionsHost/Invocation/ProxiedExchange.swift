// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Hummingbird
import NIOCore
import NIOHTTP1
import Synchronization

/// One proxied request and its answer, streaming both ways at the same time (host contract §4.4).
///
/// Whoever lets go of it before its end breaks it off.
final class ProxiedExchange: Sendable {
    private static let idleTime = TimeAmount.seconds(240)
    private static let maximumAttempts = 10

    /// The head of the answer.
    let head: HTTPResponseHead
    private let client: HandlerClient
    private let connection: HandlerConnection
    private let activity: ActivityWatch
    private let deadline: Scheduled<Void>?
    /// Nil when there is nothing to send.
    private let upload: Task<Bool, Never>?
    private let isDone = Mutex(false)

    private init(
        head: HTTPResponseHead, client: HandlerClient, connection: HandlerConnection, activity: ActivityWatch,
        deadline: Scheduled<Void>?, upload: Task<Bool, Never>?
    ) {
        self.head = head
        self.client = client
        self.connection = connection
        self.activity = activity
        self.deadline = deadline
        self.upload = upload
    }

    deinit {
        activity.cancel()
        deadline?.cancel()
        guard !isDone.withLock({ $0 }) else { return }
        upload?.cancel()
        connection.close()
    }

    /// Sends a request and waits for the head of its answer.
    ///
    /// - Parameters:
    ///   - request: The head to send.
    ///   - body: The body, read while the answer is read; nil when there is none.
    ///   - client: Calls the handler.
    ///   - timeout: For the whole exchange; nil means unlimited.
    /// - Returns: The exchange, whose answer has begun.
    /// - Throws: ``HandlerClientError``; the connection is closed then.
    static func begin(
        _ request: HTTPRequestHead, body: RequestBody?, client: HandlerClient, timeout: Duration?
    ) async throws(HandlerClientError) -> ProxiedExchange {
        let connection = try await connect(client)
        let activity = connection.watchActivity(idleTime)
        let deadline = timeout.map { connection.watch(.now() + TimeAmount($0)) }
        connection.begin(request)
        let upload = body.map { send($0, over: connection, activity) }
        if upload == nil { connection.finish() }
        do throws(HandlerClientError) {
            guard case .head(let head) = try await connection.next() else { throw .closed }
            activity.touch()
            return ProxiedExchange(
                head: head, client: client, connection: connection, activity: activity, deadline: deadline,
                upload: upload)
        } catch {
            activity.cancel()
            deadline?.cancel()
            upload?.cancel()
            connection.close()
            // Nobody else may read the request's body before this one has stopped.
            _ = await upload?.value
            throw error
        }
    }

    /// Sends a body on the connection's event loop.
    ///
    /// Unstructured, since it goes on while the answer is written, which is after ``begin(_:body:client:timeout:)`` has
    /// returned; the exchange ends it.
    ///
    /// - Returns: Whether all of it was sent.
    private static func send(
        _ body: RequestBody, over connection: HandlerConnection, _ activity: ActivityWatch
    ) -> Task<Bool, Never> {
        Task(executorPreference: EventLoopExecutor(connection.eventLoop)) {
            do {
                for try await buffer in body {
                    try await connection.write(buffer)
                    activity.touch()
                }
                connection.finish()
                return true
            } catch is HandlerClientError {
                // An answer may come before the body has been read; that it cannot be written does not matter then.
                return false
            } catch {
                // The client broke its request off, so nobody waits for the answer.
                connection.close()
                return false
            }
        }
    }

    /// The answer's body when all of it has come already, which ends the exchange; nil when it must be streamed.
    ///
    /// - Parameter length: In bytes, as the head says it.
    /// - Returns: The body.
    /// - Throws: ``HandlerClientError`` when the connection has broken.
    func takeBody(of length: Int) async throws(HandlerClientError) -> ByteBuffer? {
        guard let body = try await connection.takeBody(of: length) else { return nil }
        await end(isComplete: true)
        return body
    }

    /// Writes the answer's body as it arrives.
    func stream(to write: (ByteBuffer) async throws -> Void) async throws {
        do {
            while case .body(let buffer) = try await connection.next() {
                activity.touch()
                try await write(buffer)
                activity.touch()
            }
        } catch {
            await end(isComplete: false)
            throw error
        }
        await end(isComplete: true)
    }

    private func end(isComplete: Bool) async {
        isDone.withLock { $0 = true }
        activity.cancel()
        deadline?.cancel()
        upload?.cancel()
        if !isComplete { connection.close() }
        // A request whose body was not read to its end leaves the connection unfit for another.
        if await upload?.value != false, isComplete {
            client.release(connection, after: head)
        } else {
            connection.close()
        }
    }

    private static func connect(_ client: HandlerClient) async throws(HandlerClientError) -> HandlerConnection {
        var attempt = 1
        while true {
            do throws(HandlerClientError) {
                return try await client.connect()
            } catch {
                guard attempt < maximumAttempts, !Task.isCancelled else { throw error }
                try? await Task.sleep(for: .milliseconds(min(250, 50 * attempt)))
                attempt += 1
            }
        }
    }
}

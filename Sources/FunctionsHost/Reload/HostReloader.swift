// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Gives a running host its app anew, for instance after a build, without losing a request.
///
/// The handler of before goes on answering until the next one is ready; then it finishes what it has begun and is ended.
/// With a `customHandler.port` in host.json only one can run at a time: requests wait in between.
public final class HostReloader: Sendable {
    struct Request: Sendable {
        let options: HostOptions
        let reply: CheckedContinuation<Result<[HostedFunction], HostError>, Never>
    }

    private let stream = AsyncStream<Request>.makeStream()

    /// Creates a reloader, to be set as ``HostOptions/reloader`` of one host.
    public init() {}

    /// Loads the app again and puts it in the place of the one that runs.
    ///
    /// - Parameter options: How the host runs from here on; address and port stay as they are.
    /// - Returns: The functions that were loaded.
    /// - Throws: ``HostError`` when the app cannot be loaded or its handler does not start; the app of before goes on then.
    public func reload(_ options: HostOptions) async throws(HostError) -> [HostedFunction] {
        let result = await withCheckedContinuation { continuation in
            let request = Request(options: options, reply: continuation)
            if case .terminated = stream.continuation.yield(request) {
                continuation.resume(returning: .failure(Self.ended))
            }
        }
        return try result.get()
    }

    static let ended = HostError(.handlerNotReady, "The host has ended.")

    var requests: AsyncStream<Request> { stream.stream }

    func finish() { stream.continuation.finish() }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Work that goes on after its request has been answered; no more than 1,000 pieces wait.
struct JobQueue: Sendable {
    typealias Job = @Sendable () async -> Void

    private static let maximumWaiting = 1_000
    private let stream: AsyncStream<Job>
    private let continuation: AsyncStream<Job>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.maximumWaiting))
    }

    /// Adds a piece of work.
    ///
    /// - Returns: Whether there was room.
    func add(_ job: @escaping Job) -> Bool {
        if case .enqueued = continuation.yield(job) { true } else { false }
    }

    func finish() { continuation.finish() }

    func run() async {
        await withDiscardingTaskGroup { group in
            for await job in stream { group.addTask { await job() } }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore

/// Runs tasks on a connection's event loop, so that a call needs no hop to another thread.
final class EventLoopTaskExecutor: TaskExecutor {
    private let eventLoop: any EventLoop
    private let watch: BlockingWatch?
    /// The function whose code runs; set and read on the event loop.
    private let function: NIOLoopBoundBox<String>

    init(_ eventLoop: any EventLoop, watch: BlockingWatch?) {
        self.eventLoop = eventLoop
        self.watch = watch
        function = NIOLoopBoundBox("", eventLoop: eventLoop)
    }

    /// Runs code of a function that starts on the event loop, until it waits for the first time.
    func begin<Result>(_ name: String, _ body: () -> Result) -> Result {
        guard let watch else { return body() }
        function.value = name
        let segment = watch.began(name)
        defer { watch.ended(segment) }
        return body()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute {
            let segment = self.watch?.began(self.function.value)
            job.runSynchronously(on: self.asUnownedTaskExecutor())
            if let segment { self.watch?.ended(segment) }
        }
    }
}

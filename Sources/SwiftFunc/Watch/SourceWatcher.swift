// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Waits for changes of files by looking again and again.
struct SourceWatcher: Sendable {
    /// Files, and folders with everything below them.
    let paths: [String]
    /// How long to wait between two looks; a change must also rest this long.
    var pause: @Sendable () async throws -> Void = { try await Task.sleep(for: .milliseconds(300)) }

    func snapshot() -> SourceSnapshot { SourceSnapshot(paths) }

    /// Waits until the files differ from a former look, and have stopped changing.
    ///
    /// - Returns: The files as they are, and the paths that changed.
    /// - Throws: `CancellationError` when the task is cancelled.
    func change(since former: SourceSnapshot) async throws -> (SourceSnapshot, [String]) {
        var last = snapshot()
        while true {
            try Task.checkCancellation()
            try await pause()
            let next = snapshot()
            if next == last, next != former { return (next, next.changes(since: former)) }
            last = next
        }
    }
}

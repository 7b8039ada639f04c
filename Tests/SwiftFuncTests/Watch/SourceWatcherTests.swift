// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Synchronization
import Testing

@testable import SwiftFunc

@Suite("swift-func start: watching")
struct SourceWatcherTests {
    @Test("New, changed and removed files are seen; hidden ones are not")
    func changes() throws {
        let folder = try TemporaryFolder(["Sources/a.swift": "a", "Sources/deep/b.swift": "b", "host.json": "{}"])
        let paths = ["Sources", "host.json", "none"].map { folder.path + "/" + $0 }
        let first = SourceSnapshot(paths)
        #expect(first.files.count == 3)
        #expect(SourceSnapshot(paths) == first)
        try folder.write("bb", to: "Sources/deep/b.swift")
        try folder.write("c", to: "Sources/c.swift")
        try folder.write("d", to: "Sources/.hidden/d.swift")
        try folder.write("{}", to: "none")
        try FileManager.default.removeItem(atPath: folder.path + "/Sources/a.swift")
        let names = SourceSnapshot(paths).changes(since: first).map { $0.dropFirst(folder.path.count + 1) }
        #expect(names == ["Sources/a.swift", "Sources/c.swift", "Sources/deep/b.swift", "none"])
    }

    @Test("A change is told once it rests")
    func resting() async throws {
        let folder = try TemporaryFolder(["a": ""])
        let looks = Mutex(0)
        let watcher = SourceWatcher(paths: [folder.path]) {
            let look = looks.withLock { looks in
                looks += 1
                return looks
            }
            // It changes during the first five pauses, each time to another size.
            if look <= 5 { try folder.write(String(repeating: "x", count: look), to: "a") }
        }
        let first = watcher.snapshot()
        let (last, changes) = try await watcher.change(since: first)
        #expect(looks.withLock { $0 } == 6)
        #expect(changes == [folder.path + "/a"])
        #expect(last == watcher.snapshot())
    }

    @Test("Waiting ends when it is cancelled")
    func cancellation() async throws {
        let folder = try TemporaryFolder()
        let watcher = SourceWatcher(paths: [folder.path])
        let task = Task { try await watcher.change(since: watcher.snapshot()) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

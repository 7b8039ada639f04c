// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import ServiceLifecycle

/// Finds blobs that a function has not been given, each version once, and queues them for it.
struct BlobScanner: TriggerListener {
    private static let interval = 1.0

    let function: FunctionMetadata
    let trigger: BlobTrigger
    let invoker: Invoker
    let store: LocalStore

    func run() async {
        let signal = store.signals.signal(for: .blobs)
        let state = ListenerState()
        await withGracefulShutdownHandler {
            var receipts = await receipts()
            var seen: [String: String] = [:]
            while !Task.isCancelled, !state.isStopping {
                await scan(&receipts, &seen)
                await signal.wait(until: invoker.clock.now.addingTimeInterval(Self.interval), clock: invoker.clock)
            }
        } onGracefulShutdown: {
            state.stop()
            signal.set()
        }
    }

    /// The versions that the function was given, by path.
    private func receipts() async -> [String: String] {
        let (name, container) = (function.name, trigger.pattern.container)
        return (try? await store.read { try $0.receipts(of: name, container: container) }) ?? [:]
    }

    private func scan(_ receipts: inout [String: String], _ seen: inout [String: String]) async {
        let name = function.name
        var unchanged: [String: String] = [:]
        for file in store.blobs.list(trigger.pattern.container) {
            let path = file.name.path
            guard receipts[path] != file.etag, trigger.pattern.match(path) != nil else { continue }
            unchanged[path] = file.etag
            let wasSeen = seen[path] == file.etag
            do throws(StoreError) {
                let isTaken = try await store.write { transaction in
                    if try transaction.hasReceipt(name, for: file) { return true }
                    // A file that somebody copies here may still grow; one that the host wrote is complete.
                    guard try wasSeen || transaction.description(of: file) != nil else { return false }
                    try transaction.addReceipt(name, for: file)
                    try transaction.add(
                        BlobTrigger.message(file, function: name), to: .blobTrigger(name), now: invoker.clock.now)
                    return true
                }
                if isTaken { receipts[path] = file.etag }
            } catch {
                invoker.log.function(name, .error, error.message)
            }
        }
        seen = unchanged
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import ServiceLifecycle
import StrictJSON

/// Gives the changes of a container to a function, the latest version of each document, in order.
///
/// What a function fails on is passed like the rest, as the extension does it.
struct DocumentListener: TriggerListener {
    /// Other hosts that share the store wake nobody here.
    private static let pollInterval = 2.0
    private static let pause = 1.0
    private static let maximumItems = 100

    let function: FunctionMetadata
    let trigger: DocumentTrigger
    let invoker: Invoker
    let store: LocalStore

    private var stream: String { "documents/" + trigger.container }

    func run() async {
        let state = ListenerState()
        let signal = store.signals.signal(for: .documents(trigger.container))
        await withGracefulShutdownHandler {
            await begin()
            while !Task.isCancelled, !state.isStopping {
                let isReady = (try? await invoker.supervisor.waitUntilReady()) != nil
                if state.isStopping { return }
                let hasPassed = isReady ? await step(state) : nil
                if hasPassed == true { continue }
                let wait = hasPassed == nil ? Self.pause : Self.pollInterval
                await signal.wait(until: invoker.clock.now.addingTimeInterval(wait), clock: invoker.clock)
            }
        } onGracefulShutdown: {
            state.stop()
            signal.set()
        }
    }

    /// A function that never came sees what changes from here on.
    private func begin() async {
        let (stream, name) = (stream, function.name)
        let isFromBeginning = trigger.binding.flag("startFromBeginning") ?? false
        do throws(StoreError) {
            let position = try await store.write { transaction in
                if let position = try transaction.position(of: name, in: stream, partition: 0) { return position }
                let next = isFromBeginning ? 0 : try transaction.nextChange()
                try transaction.checkpoint(stream, partition: 0, consumer: name, next: next)
                return next
            }
            invoker.log.function(
                name, .debug, "The change feed of '\(trigger.container)' is read from change \(position) on.")
        } catch {
            invoker.log.function(name, .error, error.message)
        }
    }

    /// Whether there were changes that are passed; nil when they could not be given to the function.
    private func step(_ state: ListenerState) async -> Bool? {
        let (stream, name, container) = (stream, function.name, trigger.container)
        let limit =
            trigger.binding.json["maxItemsPerInvocation"]?.int64.flatMap(Int.init(exactly:))
            .flatMap { 1...10_000 ~= $0 ? $0 : nil } ?? Self.maximumItems
        do throws(StoreError) {
            let changes = try await store.read { transaction in
                let position = try transaction.position(of: name, in: stream, partition: 0) ?? 0
                return try transaction.changes(in: container, from: position, limit: limit)
            }
            guard let last = changes.last else { return false }
            let pass: Acknowledgement = { transaction in
                try transaction.checkpoint(stream, partition: 0, consumer: name, next: last.number + 1)
            }
            let input = trigger.input(changes.map(\.document), now: invoker.clock.now)
            switch await invoker.trigger(function, input, acknowledge: pass) {
            case .succeeded: return true
            case .undelivered: return nil
            case .failed:
                if state.isStopping || Task.isCancelled { return nil }
                try await store.write(pass)
                return true
            }
        } catch {
            invoker.log.function(name, .error, error.message)
            return nil
        }
    }
}

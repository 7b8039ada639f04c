// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import ServiceLifecycle

/// Runs generation after generation behind one front end.
struct GenerationRunner: Sendable {
    let slot: GenerationSlot
    let reloader: HostReloader?
    let publicPort: Int
    let log: HostLog
    /// Makes a generation of changed options.
    let load: @Sendable (HostOptions) async throws(HostError) -> HostGeneration

    /// Runs until the host shuts down.
    ///
    /// - Throws: ``HostError`` when the handler cannot be kept alive and nobody will bring another one.
    func run(_ first: HostGeneration) async throws {
        first.activate()
        guard let reloader else { return try await first.run(publicPort: publicPort) }
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await keep(first) }
                var current = first
                for await request in reloader.requests {
                    if Task.isShuttingDownGracefully || Task.isCancelled {
                        request.reply.resume(returning: .failure(HostReloader.ended))
                        continue
                    }
                    do throws(HostError) {
                        current = try await replace(current, request.options, in: &group)
                        request.reply.resume(returning: .success(current.app.functions))
                    } catch {
                        request.reply.resume(returning: .failure(error))
                    }
                }
                group.addTask { await current.retire() }
            }
        } onGracefulShutdown: {
            reloader.finish()
        }
    }

    private func replace(
        _ current: HostGeneration, _ options: HostOptions, in group: inout DiscardingTaskGroup
    ) async throws(HostError) -> HostGeneration {
        let next = try await load(options)
        next.app.report(to: log)
        if current.isAlone {
            // Its port must be free before the next one starts; what comes in between waits for that.
            slot.replace(by: next)
            await current.quiesce()
            await current.retire()
        }
        group.addTask { await keep(next) }
        do throws(HostError) {
            try await next.waitUntilReady()
        } catch {
            next.stop()
            throw error
        }
        guard !current.isAlone else {
            next.activate()
            return next
        }
        slot.replace(by: next)
        group.addTask {
            await current.quiesce()
            next.activate()
            await current.retire()
        }
        return next
    }

    /// Runs a generation; its end is not the host's, since another one may come.
    private func keep(_ generation: HostGeneration) async {
        do {
            try await generation.run(publicPort: publicPort)
        } catch is CancellationError {
        } catch {
            let message = (error as? HostError)?.message ?? "\(error)"
            log.host(.error, "\(message) The host goes on and tries again when the app changes.")
        }
    }
}

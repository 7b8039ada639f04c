// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import FunctionsHost
import ServiceLifecycle

/// The host, started once the app is built and the tenant can be reached.
struct HostService: Service {
    let preparation: AppPreparation
    let isWatching: Bool
    /// The host's options for an app laid out in a folder.
    let options: @Sendable (Stage) -> HostOptions
    let tenant: TenantSetup?
    let stateDirectory: String?
    let say: @Sendable (String) -> Void
    let readyFile: String?

    private struct First: Sendable {
        let host: FunctionsHost
        let snapshot: SourceSnapshot?
    }

    func run() async throws {
        let stages = StageKeeper()
        defer { stages.removeAll() }
        let endpoint = try await tenant?.service.endpoint()
        let reloader = isWatching ? HostReloader() : nil
        let options: @Sendable (Stage) -> HostOptions = { stage in
            var options = self.options(stage)
            options.handlerSettings = tenant.flatMap { tenant in endpoint.map { tenant.settings($0) } } ?? [:]
            options.developmentTokens = tenant.flatMap { tenant in endpoint.map { tenant.tokens($0) } }
            options.reloader = reloader
            return options
        }
        let watch = AppWatch(preparation: preparation, stages: stages, say: say)
        do {
            let first = try await cancelWhenGracefulShutdown { () async throws -> First in
                try await prepare(watch) { try host(options($0), endpoint) }
            }
            try await run(first, watch, reloader, options)
        } catch is CancellationError {
            // Stopped while it was still building.
        }
    }

    private func prepare(_ watch: AppWatch, _ load: (Stage) throws -> FunctionsHost) async throws -> First {
        guard isWatching else {
            let stage = try await preparation.stage()
            watch.stages.add(stage)
            return First(host: try load(stage), snapshot: nil)
        }
        let (host, snapshot) = try await watch.first(load)
        return First(host: host, snapshot: snapshot)
    }

    private func run(
        _ first: First, _ watch: AppWatch, _ reloader: HostReloader?,
        _ options: @escaping @Sendable (Stage) -> HostOptions
    ) async throws {
        guard let reloader, let snapshot = first.snapshot else { return try await first.host.run() }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                try await first.host.run()
                return true
            }
            group.addTask {
                do {
                    try await cancelWhenGracefulShutdown {
                        try await watch.run(since: snapshot) { try await reloader.reload(options($0)) }
                    }
                } catch is CancellationError {}
                return false
            }
            while let hasHostEnded = try await group.next(), !hasHostEnded {}
        }
    }

    private func host(_ options: HostOptions, _ endpoint: TenantEndpoint?) throws -> FunctionsHost {
        try FunctionsHost(options: options) { ready in
            let list = FunctionList(
                functions: ready.functions, baseURL: ready.baseURL, tenant: endpoint?.baseURL,
                stateDirectory: stateDirectory, keys: ready.keys)
            say(list.text)
            ReadyFile.write(ready.baseURL, to: readyFile)
        }
    }
}

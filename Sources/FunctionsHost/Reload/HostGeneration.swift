// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import ServiceLifecycle

/// One loaded app at work: its handler, its triggers and its front end; a reload replaces it by another.
final class HostGeneration: Sendable {
    let app: LoadedApp
    let frontEnd: FrontEnd
    /// Requests and jobs that are under way.
    let work = WorkCount()

    /// How long the next generation's triggers wait for invocations that this one's have begun.
    private static let triggerGrace = Duration.seconds(5)
    private let triggerWork = WorkCount()
    private let runs = WorkCount()

    private let supervisor: HandlerSupervisor
    private let triggers: TriggerSet
    private let store: LocalStore?
    private let jobs = JobQueue()
    private let log: HostLog
    /// True lets the triggers fire, false makes them pause, the end stops them.
    private let activation = AsyncStream<Bool>.makeStream()
    private let end = AsyncStream<Void>.makeStream()

    init(
        _ app: LoadedApp, stores: StoreSlot, keys: KeyRing, instanceID: String, start: Date, log: HostLog
    ) async throws(HostError) {
        self.app = app
        self.log = log
        let options = app.options
        supervisor = HandlerSupervisor(
            options: options, configuration: app.configuration, environment: app.environment,
            port: try await Self.handlerPort(app), log: log)
        store = try stores.store(for: app)
        let bindings = BindingRuntime(
            store: store, app.discovery, configuration: app.configuration, clock: options.clock, log: log)
        let invoker = Invoker(
            configuration: app.configuration, supervisor: supervisor, bindings: bindings, clock: options.clock,
            log: log, trace: PayloadTrace(isOn: options.tracesPayloads, log: log))
        let hosted = HostedApp(
            app.discovery, configuration: app.configuration, invoker: invoker, clock: options.clock,
            offline: OfflineSwitch(appRoot: options.appRoot),
            drain: DrainMode { [activation] in activation.continuation.yield(!$0) })
        triggers = TriggerSet(app.discovery, invoker: invoker, store: store)
        frontEnd = FrontEnd(
            hosted: hosted,
            admin: AdminEndpoints(
                hosted: hosted, jobs: jobs, triggers: triggers,
                host: HostEndpoints(hosted: hosted, instanceID: instanceID, start: start),
                keys: KeyEndpoints(keys: keys)),
            extensions: ExtensionEndpoints(app.discovery, invoker: invoker, store: store),
            page: DevelopmentPage(
                hosted: hosted, hasStore: store != nil, needsKeys: keys.isEnforced, journal: log.journal,
                guardian: PageGuard(key: keys.pageKey), tokens: options.developmentTokens),
            keys: keys,
            cors: CORSPolicy(origins: app.local.corsOrigins, hasCredentials: app.local.hasCORSCredentials),
            throttle: RequestThrottle(
                maximumOutstanding: app.configuration.http.maximumOutstandingRequests,
                maximumConcurrent: app.configuration.http.maximumConcurrentRequests),
            showsHomePage: app.environment.values["AzureWebJobsDisableHomepage"]?.lowercased() != "true")
        await triggers.prepare(store, log: log)
    }

    /// Whether no other generation can be at work beside it: its handler's port is fixed.
    var isAlone: Bool { app.configuration.handlerPort != nil || app.options.handler != .started }

    /// Runs the handler and, once activated, the triggers, until retire() or the end of the host.
    ///
    /// - Throws: ``HostError`` when the handler cannot be kept alive.
    func run(publicPort: Int) async throws {
        let token = WorkToken(runs)
        defer { withExtendedLifetime(token) {} }
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                let token = WorkToken(self.work)
                defer { withExtendedLifetime(token) {} }
                await self.jobs.run()
            }
            group.addTask { await self.runTriggers() }
            if app.discovery.functions.isEmpty {
                // Without functions the executable is never started (host contract §2.4).
                await waitForEnd()
            } else {
                do throws(HostError) {
                    try await checkPort()
                } catch {
                    supervisor.abandon()
                    throw error
                }
                try await supervisor.run(publicPort: publicPort)
            }
            jobs.finish()
        }
    }

    /// Waits until the handler accepts invocations.
    func waitUntilReady() async throws(HostError) {
        if !app.discovery.functions.isEmpty { try await supervisor.waitUntilReady() }
    }

    /// Lets the triggers fire.
    func activate() { activation.continuation.yield(true) }

    /// Lets no trigger fire any more, and waits a while for what they have begun.
    func quiesce() async {
        activation.continuation.finish()
        await triggerWork.waitUntilIdle(limit: Self.triggerGrace)
    }

    /// Takes nothing more, lets what is under way end, and ends the handler politely; then the handler is gone.
    func retire() async {
        activation.continuation.finish()
        jobs.finish()
        let limit = app.configuration.callTimeout
        await work.waitUntilIdle(limit: limit)
        await triggerWork.waitUntilIdle(limit: limit)
        stop()
        await runs.waitUntilIdle(limit: app.options.stopTimeout + Self.triggerGrace)
    }

    /// Ends the handler politely.
    func stop() {
        supervisor.stop()
        end.continuation.finish()
    }

    private func runTriggers() async {
        var phases = activation.stream.makeAsyncIterator()
        while let fires = await phases.next() {
            guard fires else { continue }
            let token = WorkToken(triggerWork)
            defer { withExtendedLifetime(token) {} }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.triggers.run() }
                while await phases.next() == true {}
                group.cancelAll()
            }
        }
    }

    private func waitForEnd() async {
        await withGracefulShutdownHandler {
            for await _ in end.stream {}
        } onGracefulShutdown: {
            self.stop()
        }
    }

    private static func handlerPort(_ app: LoadedApp) async throws(HostError) -> Int {
        if case .attached(let port) = app.options.handler { return port }
        if let port = app.configuration.handlerPort { return port }
        return try await FreePort.find()
    }

    private func checkPort() async throws(HostError) {
        guard app.options.handler == .started, let port = app.configuration.handlerPort else { return }
        try await FreePort.check(port)
        log.host(.info, "Using port \(port) specified via configuration for custom handler.")
    }
}

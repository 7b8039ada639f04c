// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import ServiceLifecycle
import Synchronization

/// Starts the handler, starts it again when it ends, and lets invocations wait until it is ready (host contract §3).
final class HandlerSupervisor: Sendable {
    private struct Status {
        var command: AsyncStream<HandlerCommandSignal>.Continuation?
        var isStopping = false
        var hasGivenUp = false
        var state = HandlerState.initializing
    }

    private let options: HostOptions
    private let configuration: HostConfiguration
    private let environment: HandlerEnvironment
    private let log: HostLog
    private let gate: ReadinessGate
    private let status = Mutex(Status())
    /// Calls the handler.
    let client: HandlerClient

    init(
        options: HostOptions, configuration: HostConfiguration, environment: HandlerEnvironment, port: Int, log: HostLog
    ) {
        self.options = options
        self.configuration = configuration
        self.environment = environment
        self.log = log
        client = HandlerClient(port: port)
        gate = ReadinessGate(timeout: configuration.initializationTimeout * 4)
    }

    /// Where the handler stands.
    var state: HandlerState { status.withLock { $0.state } }

    /// Waits until the handler is ready; a wait that is too long ends the whole host (host contract §3.2).
    func waitUntilReady() async throws(HostError) {
        switch await gate.wait() {
        case true?:
            return
        case false?:
            throw HostError(.handlerNotReady, "The handler is not running.")
        case nil:
            giveUp()
            throw Self.notReady(state)
        }
    }

    /// Kills the process and starts it again, as after a function's timeout.
    func restart() {
        guard options.handler == .started else { return }
        close()
        status.withLock { _ = $0.command?.yield(.kill) }
    }

    /// Nobody waits for this handler any more: it will not be started.
    func abandon() { gate.fail() }

    /// Ends the process and starts it again, as a restart of the host does.
    func restartInOrder() {
        guard options.handler == .started else { return }
        close()
        status.withLock { _ = $0.command?.yield(.replace) }
    }

    /// Ends the process politely, or as Azure does.
    func stop() {
        status.withLock { status in
            status.isStopping = true
            status.command?.yield(.stop)
        }
    }

    /// Runs the handler until the host stops.
    ///
    /// - Parameter publicPort: The port that clients use.
    /// - Throws: ``HostError`` when the handler cannot be started, or ended three times.
    func run(publicPort: Int) async throws {
        defer {
            gate.fail()
            client.pool.closeAll()
        }
        try await withGracefulShutdownHandler {
            switch options.handler {
            case .attached: try await runAttached()
            case .started: try await runStarted(publicPort: publicPort)
            }
        } onGracefulShutdown: {
            self.stop()
        }
    }

    private func runAttached() async throws {
        let commands = newCommands()
        let probe = ReadinessProbe(
            client: client, timeout: configuration.initializationTimeout, isPatient: true, log: log)
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { await probe.wait() }
            group.addTask {
                for await command in commands where command == .stop { break }
                return false
            }
            if await group.next() == true {
                ready()
                _ = await group.next()
            }
            group.cancelAll()
        }
    }

    private func runStarted(publicPort: Int) async throws {
        guard let description = configuration.description else {
            throw HostError(
                .hostConfiguration, "host.json has no customHandler section: there is no handler to start.")
        }
        var policy = RestartPolicy()
        while !Task.isCancelled, !status.withLock({ $0.isStopping }) {
            let output = HandlerOutput(log: log, usesStdErrorForErrorsOnly: description.usesStdErrorForErrorsOnly)
            let workerID = UUID().uuidString.lowercased()
            let end = try await runOnce(description, output: output, workerID: workerID, publicPort: publicPort)
            client.pool.closeAll()
            if status.withLock({ $0.hasGivenUp }) { throw Self.notReady(state) }
            switch end {
            case .stopped:
                return
            case .killed:
                break
            case .exited(0, _):
                log.quirk(
                    .exitZero, nil,
                    "The handler ended with exit code 0. The host does not start it again; invocations fail from here on."
                )
                await waitForStop()
                return
            case .exited(200, _):
                close()
                log.host(.info, "Language Worker Process exited and needs to be restarted.")
            case .exited(let code, let processID):
                close()
                log.host(
                    .error,
                    "Language Worker Process exited. Pid=\(processID). \(description.executable) exited with code "
                        + "\(code) (0x\(String(code, radix: 16, uppercase: true))). \(output.summary)")
                try checkLimit(&policy)
            case .notReady:
                close()
                log.host(
                    .error,
                    "Failed to start http worker process. workerId:\(workerID). Initializing HttpWorker timed out.")
                try checkLimit(&policy)
            }
        }
    }

    private func runOnce(
        _ description: HandlerDescription, output: HandlerOutput, workerID: String, publicPort: Int
    ) async throws(HostError) -> HandlerEnd {
        let process = HandlerProcess(
            description: description,
            environment: environment.child(
                port: client.port, workerID: workerID, appRoot: options.appRoot, publicPort: publicPort),
            stopTimeout: options.killsLikeAzure ? nil : options.stopTimeout,
            readiness: ReadinessProbe(
                client: client, timeout: configuration.initializationTimeout, isPatient: false, log: log),
            output: output, log: log, commands: newCommands(), onReady: { self.ready() })
        return try await process.run()
    }

    private func newCommands() -> AsyncStream<HandlerCommandSignal> {
        let (commands, continuation) = AsyncStream<HandlerCommandSignal>.makeStream(
            bufferingPolicy: .bufferingNewest(1))
        status.withLock { status in
            status.command = continuation
            if status.isStopping { continuation.yield(.stop) }
        }
        return commands
    }

    private func waitForStop() async {
        for await command in newCommands() where command == .stop { return }
    }

    private func ready() {
        log.host(.debug, "HttpWorker is Initialized.")
        log.host(.info, HostLog.started)
        status.withLock { $0.state = .initialized }
        gate.open()
    }

    private func close() {
        gate.close()
        status.withLock { $0.state = .restarting }
    }

    /// A handler that somebody starts by hand may take as long as it likes.
    private func giveUp() {
        guard options.handler == .started else { return }
        let isFirst = status.withLock { status in
            defer { status.hasGivenUp = true }
            status.command?.yield(.kill)
            return !status.hasGivenUp
        }
        if isFirst { log.host(.error, Self.notReady(state).message) }
    }

    private static func notReady(_ state: HandlerState) -> HostError {
        HostError(
            .handlerNotReady,
            "Final functionDispatcher state: \(state.rawValue). Initialization timed out and host is shutting down")
    }

    private func checkLimit(_ policy: inout RestartPolicy) throws(HostError) {
        guard !policy.allowsRestart(afterErrorAt: options.clock.now) else { return }
        let message = "Exceeded http worker restart retry count. Shutting down Functions Host"
        log.host(.error, message)
        throw HostError(.restartLimit, message)
    }
}

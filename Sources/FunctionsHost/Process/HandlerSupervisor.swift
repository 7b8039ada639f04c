// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import ServiceLifecycle
import Synchronization

/// Starts the handler, starts it again when it ends, and lets invocations wait until it is ready (host contract §3).
final class HandlerSupervisor: Sendable {
    private let options: HostOptions
    private let configuration: HostConfiguration
    private let environment: HandlerEnvironment
    private let log: HostLog
    private let gate: ReadinessGate
    private let command = Mutex<AsyncStream<HandlerCommandSignal>.Continuation?>(nil)
    private let isStopping = Mutex(false)
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

    /// Waits until the handler is ready (host contract §3.2).
    func waitUntilReady() async throws(HostError) { try await gate.wait() }

    /// Kills the process and starts it again, as after a function's timeout.
    func restart() {
        guard options.handler == .started else { return }
        gate.close()
        command.withLock { _ = $0?.yield(.kill) }
    }

    /// Nobody waits for this handler any more: it will not be started.
    func abandon() { gate.fail() }

    /// Ends the process politely.
    func stop() {
        isStopping.withLock { $0 = true }
        command.withLock { _ = $0?.yield(.stop) }
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
        let (commands, continuation) = AsyncStream<HandlerCommandSignal>.makeStream(
            bufferingPolicy: .bufferingNewest(1))
        install(continuation)
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
        while !Task.isCancelled, !isStopping.withLock({ $0 }) {
            let output = HandlerOutput(log: log, usesStdErrorForErrorsOnly: description.usesStdErrorForErrorsOnly)
            let end = try await runOnce(description, output: output, publicPort: publicPort)
            client.pool.closeAll()
            switch end {
            case .stopped:
                return
            case .killed:
                break
            case .exited(0, _):
                // The host does nothing at all: later invocations are refused (host contract §3.3).
                log.host(
                    .warning,
                    "The handler ended with exit code 0. The host does not start it again; invocations fail from here on."
                )
                await waitForStop()
                return
            case .exited(200, _):
                gate.close()
                log.host(.info, "Language Worker Process exited and needs to be restarted.")
            case .exited(let code, let processID):
                gate.close()
                log.host(
                    .error,
                    "Language Worker Process exited. Pid=\(processID). \(description.executable) exited with code "
                        + "\(code) (0x\(String(code, radix: 16, uppercase: true))). \(output.summary)")
                try checkLimit(&policy)
            case .notReady:
                gate.close()
                log.host(.error, "Failed to start http worker process. Initializing HttpWorker timed out.")
                try checkLimit(&policy)
            }
        }
    }

    private func runOnce(
        _ description: HandlerDescription, output: HandlerOutput, publicPort: Int
    ) async throws(HostError) -> HandlerEnd {
        let (commands, continuation) = AsyncStream<HandlerCommandSignal>.makeStream(
            bufferingPolicy: .bufferingNewest(1))
        install(continuation)
        let process = HandlerProcess(
            description: description,
            environment: environment.child(
                port: client.port, workerID: UUID().uuidString.lowercased(), appRoot: options.appRoot,
                publicPort: publicPort),
            stopTimeout: options.stopTimeout,
            readiness: ReadinessProbe(
                client: client, timeout: configuration.initializationTimeout, isPatient: false, log: log),
            output: output, log: log, commands: commands, onReady: { self.ready() })
        return try await process.run()
    }

    private func waitForStop() async {
        let (commands, continuation) = AsyncStream<HandlerCommandSignal>.makeStream(
            bufferingPolicy: .bufferingNewest(1))
        install(continuation)
        for await command in commands where command == .stop { return }
    }

    private func install(_ continuation: AsyncStream<HandlerCommandSignal>.Continuation) {
        command.withLock { $0 = continuation }
        if isStopping.withLock({ $0 }) { continuation.yield(.stop) }
    }

    private func ready() {
        log.host(.info, HostLog.started)
        gate.open()
    }

    private func checkLimit(_ policy: inout RestartPolicy) throws(HostError) {
        guard !policy.allowsRestart(afterErrorAt: .now) else { return }
        let message = "Exceeded http worker restart retry count. Shutting down Functions Host"
        log.host(.error, message)
        throw HostError(.restartLimit, message)
    }
}

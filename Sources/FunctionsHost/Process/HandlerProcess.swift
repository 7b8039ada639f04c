// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import Subprocess
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One run of the handler's executable.
struct HandlerProcess: Sendable {
    private enum Event: Sendable {
        case outputEnded, exited, ready, notReady, command(HandlerCommandSignal), commandsEnded, guardEnded

        var isStop: Bool { if case .command(.stop) = self { true } else { false } }
    }

    private static let exitPollInterval = Duration.milliseconds(20)
    /// How long output is still read after the process has ended; its own children may hold the pipes open.
    private static let outputGrace = Duration.milliseconds(500)

    let description: HandlerDescription
    let environment: [String: String]
    /// How long it may take to end after SIGTERM; nil means SIGKILL at once, as in Azure (host contract §3.3).
    let stopTimeout: Duration?
    let readiness: ReadinessProbe
    let output: HandlerOutput
    let log: HostLog
    let commands: AsyncStream<HandlerCommandSignal>
    let onReady: @Sendable () -> Void

    /// Starts the process and waits for its end.
    ///
    /// - Throws: ``HostError`` when it cannot be started at all.
    func run() async throws(HostError) -> HandlerEnd {
        let commandLine = HandlerCommandLine(description, environment: environment)
        commandLine.report(to: log)
        try commandLine.checkExecutable()
        log.host(
            .debug,
            "Starting worker process with FileName:\(commandLine.executable) "
                + "WorkingDirectory:\(description.workingDirectory) Arguments:"
                + CredentialMask.mask(commandLine.arguments.joined(separator: " ")))
        var options = PlatformOptions()
        // Ctrl-C on the terminal is the host's: it ends the handler in order.
        options.processGroupID = 0
        options.teardownSequence = teardown
        let executable: Executable =
            commandLine.executable.contains("/")
            ? .path(FilePath(commandLine.executable)) : .name(commandLine.executable)
        do {
            let result = try await Subprocess.run(
                executable, arguments: Arguments(commandLine.arguments), environment: .custom(pairs),
                workingDirectory: FilePath(description.workingDirectory), platformOptions: options, input: .none,
                output: .sequence, error: .sequence
            ) { execution in
                log.host(
                    .debug, "\(description.executable) process with Id=\(execution.processIdentifier.value) started")
                return await watch(execution)
            }
            if Task.isCancelled { return .stopped }
            if let end = result.closureResult { return end }
            let processID = Int32(result.processIdentifier.value)
            switch result.terminationStatus {
            case .exited(let code): return .exited(code: code, processID: processID)
            case .signaled(let signal): return .exited(code: 128 + signal, processID: processID)
            }
        } catch is CancellationError {
            return .stopped
        } catch {
            if Task.isCancelled { return .stopped }
            throw commandLine.startFailure("\(error)")
        }
    }

    private var teardown: [TeardownStep] {
        stopTimeout.map { [.gracefulShutDown(allowedDurationToNextStep: $0)] } ?? []
    }

    private var pairs: [Environment.Key: String] {
        Dictionary(environment.compactMap { name, value in Environment.Key(rawValue: name).map { ($0, value) } }) { $1 }
    }

    /// Serves a running process until it has ended; nil when it ended by itself.
    private func watch<Input: InputProtocol>(
        _ execution: Execution<Input, SequenceOutput, SequenceOutput>
    ) async -> HandlerEnd? {
        await withTaskGroup(of: Event.self) { group in
            group.addTask { await read(execution.standardOutput, output.standardOutput) }
            group.addTask { await read(execution.standardError, output.standardError) }
            group.addTask { await Self.waitForExit(execution.processIdentifier) }
            group.addTask {
                await OrphanGuard.run(processGroup: Int(execution.processIdentifier.value))
                return .guardEnded
            }
            group.addTask { await readiness.wait() ? .ready : .notReady }
            group.addTask {
                for await command in commands { return .command(command) }
                return .commandsEnded
            }
            var end: HandlerEnd?
            var openOutputs = 2
            var hasExited = false
            for await event in group {
                switch event {
                case .ready:
                    onReady()
                case .notReady where !hasExited && end == nil && !Task.isCancelled:
                    end = .notReady
                    try? execution.send(signal: .kill)
                case .command(.kill) where !hasExited:
                    end = .killed
                    try? execution.send(signal: .kill)
                case .command(.stop) where !hasExited, .command(.replace) where !hasExited:
                    end = event.isStop ? .stopped : .killed
                    await execution.teardown(using: teardown)
                case .exited:
                    hasExited = true
                    group.addTask {
                        try? await Task.sleep(for: Self.outputGrace)
                        return .commandsEnded
                    }
                case .outputEnded:
                    openOutputs -= 1
                case .commandsEnded where hasExited:
                    openOutputs = 0
                default:
                    break
                }
                if hasExited, openOutputs <= 0 { group.cancelAll() }
            }
            return end
        }
    }

    private func read(_ sequence: SubprocessOutputSequence, _ write: (String) -> Void) async -> Event {
        var splitter = LineSplitter()
        do {
            for try await buffer in sequence {
                for line in buffer.withUnsafeBytes({ splitter.add($0) }) { write(line) }
            }
        } catch {
            // A cancelled or broken pipe has no more lines.
        }
        if let rest = splitter.finish() { write(rest) }
        return .outputEnded
    }

    /// Looks without reaping, which is the library's: the end of output says nothing about the end of the process.
    private static func waitForExit(_ process: ProcessIdentifier) async -> Event {
        while !Task.isCancelled {
            var info = siginfo_t()
            let result = waitid(P_PID, id_t(process.value), &info, WEXITED | WNOHANG | WNOWAIT)
            if result != 0 && errno != EINTR || result == 0 && info.si_signo == SIGCHLD { return .exited }
            try? await Task.sleep(for: exitPollInterval)
        }
        return .exited
    }
}

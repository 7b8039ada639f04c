// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Subprocess
import SystemPackage

/// Builds a product of a Swift package with `swift build`.
struct SwiftBuild: Sendable {
    /// The package's folder.
    let package: String
    /// The product, which is the name of its executable.
    let product: String
    /// Further arguments, such as `-c release`.
    var arguments: [String] = []
    /// Whether progress goes to a terminal.
    var isTerminal = Terminal.isStandardErrorTerminal

    /// Builds, and says how far it is on standard error.
    ///
    /// - Returns: How many warnings there were.
    /// - Throws: ``CommandError`` with the compiler's errors.
    @discardableResult
    func run() async throws -> Int {
        let start = ContinuousClock.now
        var status = StatusLine(isTerminal: isTerminal)
        var log = BuildLog()
        status.show("Building \(product)…")
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(3))]
        let result: ExecutionResult<(BuildLog, StatusLine), SequenceOutput, CombinedErrorOutput>
        do {
            result = try await Subprocess.run(
                .name("swift"),
                arguments: Arguments(["build", "--package-path", package, "--product", product] + arguments),
                platformOptions: options, input: .none, output: .sequence, error: .combinedWithOutput
            ) { [log, status] execution in
                var log = log
                var status = status
                for try await text in execution.standardOutput.strings() {
                    let line = BuildLine(text)
                    log.add(line)
                    switch line {
                    case .step(let done, let total, let text):
                        status.show("Building \(product): \(done)/\(total) \(text)")
                    case .phase(let text): status.show(text)
                    case .error, .warning, .other: break
                    }
                }
                return (log, status)
            }
        } catch let error as SubprocessError where !Task.isCancelled {
            throw CommandError("swift cannot be run (\(error)). Install Swift 6.3 from https://www.swift.org/install/.")
        }
        try Task.checkCancellation()
        (log, status) = result.closureResult
        let seconds = Self.seconds(start.duration(to: .now))
        guard result.terminationStatus.isSuccess else {
            status.finish("The build failed after \(seconds) s.")
            let errors = log.errors
            throw CommandError(errors.isEmpty ? "\"swift build\" ended with \(result.terminationStatus)." : errors)
        }
        let warnings = log.warningCount == 0 ? "" : ", \(log.warningCount) warning\(log.warningCount == 1 ? "" : "s")"
        status.finish("Built \(product) in \(seconds) s\(warnings).")
        for notice in log.notices { status.finish(notice) }
        return log.warningCount
    }

    /// The folder of what a build makes.
    ///
    /// - Throws: ``CommandError`` when `swift build` does not say.
    func binaryFolder() async throws -> String {
        let result = try await Subprocess.run(
            .name("swift"), arguments: Arguments(["build", "--package-path", package, "--show-bin-path"] + arguments),
            output: .string(limit: 64 << 10), error: .string(limit: 64 << 10))
        guard result.terminationStatus.isSuccess, let line = result.standardOutput.split(separator: "\n").last else {
            throw CommandError("\"swift build --show-bin-path\" failed: \(result.standardError)")
        }
        return String(line)
    }

    private static func seconds(_ duration: Duration) -> String {
        let tenths = Int(duration / .milliseconds(100))
        return "\(tenths / 10).\(tenths % 10)"
    }
}

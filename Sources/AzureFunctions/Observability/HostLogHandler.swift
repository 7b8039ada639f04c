// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import Logging

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes lines that the host maps to the right severity (host contract §3.4): stdout is information; a line of stderr
/// is a warning when it contains "warn", else an error.
///
/// While a function runs that the host called by an envelope, entries up to `notice` may be kept for the invocation's
/// result instead, where the host ties them to the invocation; see ``LogDestination``.
public struct HostLogHandler: LogHandler {
    /// Added to every line.
    public var metadata: Logger.Metadata = [:]
    /// The least severe level that is written.
    public var logLevel: Logger.Level
    /// The invocation whose lines these are; part of the metadata that costs a call no dictionary.
    var invocation: (function: String, id: String)?
    let destination: LogDestination
    var logs: InvocationLogs?
    private let label: String
    private let format: LogFormat
    private let write: @Sendable (_ line: [UInt8], _ isError: Bool) -> Void

    /// Creates a handler.
    ///
    /// - Parameters:
    ///   - label: The logger's label.
    ///   - level: The least severe level that is written.
    ///   - format: The form of a line.
    ///   - destination: Where entries of a running function go.
    public init(
        label: String, level: Logger.Level, format: LogFormat = .text, destination: LogDestination = .console
    ) {
        self.init(label: label, level: level, format: format, destination: destination) {
            Console.write($0, to: $1 ? STDERR_FILENO : STDOUT_FILENO)
        }
    }

    package init(
        label: String, level: Logger.Level, format: LogFormat = .text, destination: LogDestination = .console,
        write: @escaping @Sendable ([UInt8], Bool) -> Void
    ) {
        self.label = label
        logLevel = level
        self.format = format
        self.destination = destination
        self.write = write
    }

    /// A metadata value that is added to every line.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] ?? invocationMetadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one line.
    public func log(event: LogEvent) {
        let own = event.metadata.map { metadata.merging($0) { $1 } } ?? metadata
        // The host adds the invocation by itself to what it gets with the result.
        if event.level < .warning, let logs, logs.append(format.line(event.level, nil, "\(event.message)", own)) {
            return
        }
        let whole = own.merging(invocationMetadata) { own, _ in own }
        console(format.line(event.level, label, "\(event.message)", whole), event.level)
    }

    private var invocationMetadata: Logger.Metadata {
        invocation.map { ["function": "\($0.function)", "invocation.id": "\($0.id)"] } ?? [:]
    }

    /// Writes lines that were kept for a result which will not be read.
    func flush(_ lines: [String], invocationID: String) {
        for line in lines { console("\(line) invocation.id=\(invocationID)", .info) }
    }

    private func console(_ line: String, _ level: Logger.Level) {
        let isError = level >= .warning
        let line = level >= .error ? Self.withoutWarn(line) : line
        write(Array(line.utf8) + [UInt8(ascii: "\n")], isError)
    }

    /// An error whose text speaks of warnings stays an error for the host, which looks for the letters "warn" only.
    ///
    /// The word joiner that parts them cannot be seen.
    private static func withoutWarn(_ line: String) -> String {
        var bytes = Array(line.utf8)
        var index = 0
        while index + 4 <= bytes.count {
            if bytes[index..<index + 4].elementsEqual("warn".utf8, by: { $0 | 0x20 == $1 }) {
                bytes.insert(contentsOf: [0xE2, 0x81, 0xA0], at: index + 3)
                index += 7
            } else {
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

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
public struct HostLogHandler: LogHandler {
    /// Added to every line.
    public var metadata: Logger.Metadata = [:]
    /// The least severe level that is written.
    public var logLevel: Logger.Level
    private let label: String
    private let write: @Sendable (_ line: [UInt8], _ isError: Bool) -> Void

    /// Creates a handler.
    ///
    /// - Parameters:
    ///   - label: The logger's label.
    ///   - level: The least severe level that is written.
    public init(label: String, level: Logger.Level) {
        self.init(label: label, level: level) { Console.write($0, to: $1 ? STDERR_FILENO : STDOUT_FILENO) }
    }

    package init(label: String, level: Logger.Level, write: @escaping @Sendable ([UInt8], Bool) -> Void) {
        self.label = label
        logLevel = level
        self.write = write
    }

    /// A metadata value that is added to every line.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one line.
    public func log(event: LogEvent) {
        let merged = event.metadata.map { metadata.merging($0) { $1 } } ?? metadata
        var line = "[\(event.level == .warning ? "warning" : event.level.rawValue)] \(label): \(event.message)"
        for (key, value) in merged.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(value)" }
        write(Self.singleLine(line), event.level >= .warning)
    }

    /// Keeps one entry on one line and free of terminal controls, whatever a value holds.
    private static func singleLine(_ text: String) -> [UInt8] {
        var line: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                line.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".utf8)
            default: line.append(contentsOf: String(scalar).utf8)
            }
        }
        line.append(UInt8(ascii: "\n"))
        return line
    }
}

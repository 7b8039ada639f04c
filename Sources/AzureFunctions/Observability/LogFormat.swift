// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import StrictJSON

/// How a log entry becomes one line.
public enum LogFormat: String, Sendable {
    /// `[info] handler: message key=value`.
    case text
    /// One JSON object a line: `time`, `level`, `label`, `message`, `metadata`.
    case json

    func line(_ level: Logger.Level, _ label: String?, _ message: String, _ metadata: Logger.Metadata) -> String {
        let sorted = metadata.sorted { $0.key < $1.key }
        switch self {
        case .text:
            var line =
                "[\(level == .warning ? "warning" : level.rawValue)] " + (label.map { "\($0): " } ?? "") + message
            for (key, value) in sorted { line += " \(key)=\(value)" }
            return Self.singleLine(line)
        case .json:
            let bytes = JSONWriter.bytes { writer in
                writer.object { writer in
                    writer.member("time") {
                        $0.string(Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
                    }
                    writer.member("level") { $0.string(level.rawValue) }
                    if let label { writer.member("label") { $0.string(label) } }
                    writer.member("message") { $0.string(message) }
                    writer.member("metadata") { writer in
                        writer.object { writer in
                            for (key, value) in sorted { writer.member(key) { $0.string("\(value)") } }
                        }
                    }
                }
            }
            return Self.singleLine(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Keeps one entry on one line and free of terminal controls, whatever a value holds.
    private static func singleLine(_ text: String) -> String {
        if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                line.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            default: line.append(scalar)
            }
        }
        return String(line)
    }
}

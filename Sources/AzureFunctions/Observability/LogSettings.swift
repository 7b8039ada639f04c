// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging

/// How the handler logs, as its settings say.
struct LogSettings: Sendable {
    let level: Logger.Level
    let format: LogFormat
    let destination: LogDestination

    init(_ settings: AppSettings) throws(ConfigurationError) {
        var problems: [Problem] = []
        func value<Value>(_ name: String, _ default: Value, _ allowed: String, _ parse: (String) -> Value?) -> Value {
            guard let text = settings[name] else { return `default` }
            if let value = parse(text.lowercased()) { return value }
            problems.append(Problem(.setting, "\(name) is \"\(text)\"; it must be \(allowed)."))
            return `default`
        }
        level = value("LOG_LEVEL", .info, "trace, debug, info, notice, warning, error or critical") {
            Logger.Level(rawValue: $0)
        }
        format = value("LOG_FORMAT", .text, "text or json") { LogFormat(rawValue: $0) }
        destination = value("LOG_DESTINATION", settings.isDevelopment ? .console : .result, "result or console") {
            LogDestination(rawValue: $0)
        }
        if let error = ConfigurationError(problems) { throw error }
    }

    func logger(label: String) -> Logger {
        Logger(label: label) { HostLogHandler(label: $0, level: level, format: format, destination: destination) }
    }
}

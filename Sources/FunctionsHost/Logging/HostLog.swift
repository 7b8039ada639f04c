// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging

/// Writes the host's lines with their categories (host contract §10).
struct HostLog: Sendable {
    static let started = "Worker process started and initialized."

    let console: any HostConsole

    func host(_ level: Logger.Level, _ message: String) {
        console.log(HostLogEntry(level: level, category: "Host.Startup", message: message))
    }

    func handler(_ level: Logger.Level, _ message: String) {
        console.log(HostLogEntry(level: level, category: "Host.Function.Console", message: message))
    }

    func function(_ name: String, _ level: Logger.Level, _ message: String) {
        console.log(HostLogEntry(level: level, category: "Function.\(name)", message: message))
    }

    func user(_ name: String, _ message: String) {
        console.log(HostLogEntry(level: .info, category: "Function.\(name).User", message: message))
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One line of what `swift build` says.
enum BuildLine: Equatable {
    /// A step, such as 12 of 40: "Compiling Handler Main.swift".
    case step(done: Int, total: Int, text: String)
    /// What happens before the first step, such as "Fetching https://…".
    case phase(String)
    /// The first line of an error.
    case error(String)
    /// The first line of a warning.
    case warning(String)
    /// Source text and notes below an error or a warning, or anything unknown.
    case other(String)

    init(_ line: String) {
        if let step = Self.step(line) {
            self = step
        } else if line.hasPrefix("error: ") || line.contains(": error: ") || line.contains(": fatal error: ") {
            self = .error(line)
        } else if line.hasPrefix("warning: ") || line.contains(": warning: ") {
            self = .warning(line)
        } else if Self.phases.contains(where: line.hasPrefix) {
            self = .phase(line)
        } else {
            self = .other(line)
        }
    }

    private static let phases = [
        "Building for ", "Build complete!", "Build of ", "Fetching ", "Fetched ", "Updating ", "Updated ", "Computing ",
        "Computed ", "Creating ", "Working copy of ", "Planning build", "Another instance of SwiftPM", "Downloading ",
        "Downloaded ",
    ]

    private static func step(_ line: String) -> BuildLine? {
        guard let match = line.wholeMatch(of: /\[(\d{1,6})\/(\d{1,6})\] (.*)/), let done = Int(match.1),
            let total = Int(match.2)
        else { return nil }
        return .step(done: done, total: total, text: String(match.3))
    }
}

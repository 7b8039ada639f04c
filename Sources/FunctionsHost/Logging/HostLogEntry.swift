// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import Logging

/// A line of the host's log.
public struct HostLogEntry: Sendable {
    static let toolingCategory = "Host.Function.ToolingConsoleLog"

    /// How important it is.
    public let level: Logger.Level
    /// Who says it, such as `Host.Startup`, `Function.hello`, `Function.hello.User` or `Host.Function.Console`.
    public let category: String
    /// The text.
    public let message: String
    /// The invocation that it belongs to, when there is one.
    public let invocationID: String?

    /// Creates a line.
    ///
    /// - Parameters:
    ///   - level: How important it is.
    ///   - category: Who says it.
    ///   - message: The text.
    ///   - invocationID: The invocation that it belongs to.
    public init(level: Logger.Level, category: String, message: String, invocationID: String? = nil) {
        self.level = level
        self.category = category
        self.message = message
        self.invocationID = invocationID
    }

    /// Whether Core Tools shows it without `--verbose` (host contract §11.3).
    public var isShownByDefault: Bool {
        let isUsers = category.hasPrefix("Function.") || category.hasPrefix("Host.Function.")
        return level >= (isUsers ? .info : .warning) || message == HostLog.started
    }
}

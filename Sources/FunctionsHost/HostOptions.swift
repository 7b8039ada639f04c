// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How a host runs.
public struct HostOptions: Sendable {
    /// Where the handler comes from.
    public enum Handler: Sendable, Hashable {
        /// The host starts what host.json names.
        case started
        /// Somebody else runs it, for instance under a debugger, on this port of 127.0.0.1.
        case attached(port: Int)
    }

    /// The folder with host.json and a folder for each function.
    public var appRoot: String
    /// The folder with local.settings.json.
    public var settingsRoot: String
    /// The address to listen on.
    public var address = "127.0.0.1"
    /// The port to listen on, 0 for a free one; nil for the one of local.settings.json, or 7071.
    public var port: Int?
    /// The host's own environment, which the handler inherits.
    public var environment: [String: String]
    /// Settings for the handler that win over local.settings.json, but not over ``environment``.
    public var handlerSettings: [String: String] = [:]
    /// Where the handler comes from.
    public var handler = Handler.started
    /// Whether callers need keys; without it nobody is asked for one, as with Core Tools.
    ///
    /// The keys are made at the first start and kept in ``storeDirectory``.
    public var enableAuth = false
    /// Keys to use in place of made ones; they are asked for as with ``enableAuth``.
    public var keys: HostKeys?
    /// The folder of queues, blobs, events, timers and keys; nil for `.swift-func` in ``settingsRoot``.
    public var storeDirectory: String?
    /// Whether every envelope and answer is logged, with secrets taken out.
    public var tracesPayloads = false
    /// How long the handler may take to end after SIGTERM, before SIGKILL.
    public var stopTimeout = Duration.seconds(10)
    /// Whether the handler is killed with SIGKILL at once, as the host in Azure does, whatever ``stopTimeout`` says.
    public var killsLikeAzure = false
    /// Gives the running host its app anew; without one, the host ends with its handler.
    public var reloader: HostReloader?
    /// The local tenant of the page at `/_dev`; without one the page offers no tokens.
    public var developmentTokens: (any DevelopmentTokens)?
    /// Where log lines go.
    public var console: any HostConsole
    /// What time it is.
    public var clock: any HostClock = SystemHostClock()

    /// Creates options.
    ///
    /// - Parameters:
    ///   - appRoot: The folder with host.json and a folder for each function, absolute.
    ///   - settingsRoot: The folder with local.settings.json; the same unless given.
    ///   - environment: The host's own environment, which the handler inherits.
    ///   - console: Where log lines go.
    public init(
        appRoot: String, settingsRoot: String? = nil, environment: [String: String], console: any HostConsole
    ) {
        self.appRoot = appRoot
        self.settingsRoot = settingsRoot ?? appRoot
        self.environment = environment
        self.console = console
    }
}

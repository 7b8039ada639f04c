// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why the host cannot start or go on.
public struct HostError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of problem it is.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code as text.
        public let description: String

        /// The port of the public side is taken.
        public static let portUnavailable = Code(description: "port-unavailable")
        /// host.json cannot be read, or what it says cannot be done (host contract §1).
        public static let hostConfiguration = Code(description: "host-configuration")
        /// local.settings.json cannot be used (host contract §11.1).
        public static let localSettings = Code(description: "local-settings")
        /// The handler's executable cannot be started at all.
        public static let handlerStart = Code(description: "handler-start")
        /// The handler ended or failed to start three times (host contract §3.3).
        public static let restartLimit = Code(description: "restart-limit")
        /// An invocation waited too long for a handler that never became ready (host contract §3.2).
        public static let handlerNotReady = Code(description: "handler-not-ready")
        /// The local store of queues, blobs and events cannot be opened, or another host uses it.
        public static let localStore = Code(description: "local-store")
    }

    /// What kind of problem it is.
    public let code: Code
    /// What happened and what to do.
    public let message: String

    /// The code and the message.
    public var description: String { "\(code): \(message)" }

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

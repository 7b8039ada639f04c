// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why an invocation failed: the client gets 500 without a body, the log gets this (host contract §6.1).
struct InvocationFailure: Error, Sendable, Hashable {
    let message: String
    /// Whether another try cannot help, as when the host is ending.
    let isFinal: Bool
    /// Whether the handler could not be reached, so that the function has not run.
    let isUndelivered: Bool

    init(_ message: String, isFinal: Bool = false, isUndelivered: Bool = false) {
        self.message = message
        self.isUndelivered = isUndelivered
        self.isFinal = isFinal
    }
}

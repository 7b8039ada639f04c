// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What became of an invocation that a trigger started.
enum TriggerOutcome: Sendable {
    case succeeded(HandlerResult)
    case failed
    /// The handler could not be reached; the function has not run.
    case undelivered
}

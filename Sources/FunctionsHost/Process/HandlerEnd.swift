// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How a handler process came to its end.
enum HandlerEnd: Sendable, Equatable {
    /// The host is stopping.
    case stopped
    /// The host killed it because a function took too long; not an error.
    case killed
    /// It never answered `GET /`.
    case notReady
    /// It ended with this code, 128 + n after a signal.
    case exited(code: Int32, processID: Int32)
}

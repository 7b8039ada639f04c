// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What the host wants of a running handler process.
enum HandlerCommandSignal: Sendable {
    /// SIGTERM, and SIGKILL when it takes too long.
    case stop
    /// SIGKILL at once (host contract §3.3).
    case kill
}

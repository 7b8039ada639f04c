// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What the host wants of a running handler process.
enum HandlerCommandSignal: Sendable {
    /// End for good: SIGTERM, and SIGKILL when it takes too long; SIGKILL at once where the host acts like Azure.
    case stop
    /// The same, and then another start.
    case replace
    /// SIGKILL at once, and then another start (host contract §3.3).
    case kill
}

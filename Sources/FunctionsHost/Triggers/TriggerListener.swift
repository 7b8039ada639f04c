// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Waits for what triggers one function, and runs it.
protocol TriggerListener: Sendable {
    /// Listens until the task is cancelled or the host shuts down.
    func run() async
}

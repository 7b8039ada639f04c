// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A key store's condition at one moment (`spec §15`).
public struct KeyStoreHealth: Sendable, Equatable {
    /// How many keys are held.
    public let keyCount: Int
    /// Changes whenever a key comes, goes or changes.
    public let generation: UInt64
    /// Since keys were last fetched; nil when never.
    public let sinceSuccess: Duration?
    /// Failed refreshes since the last success.
    public let consecutiveFailures: Int
    /// Why the last refresh failed, unless it succeeded.
    public let lastFailure: FetchError?

    /// Whether tokens can be judged.
    public var isReady: Bool { keyCount > 0 }
}

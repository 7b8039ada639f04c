// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What happened to a key store, for logs and alarms; no event carries anything from a token.
public enum KeyStoreEvent: Sendable, Equatable {
    /// A key set was fetched and merged: how many keys are held, came, and went, and why others were skipped.
    case refreshed(keys: Int, added: Int, dropped: Int, skipped: [KeyRejection: Int])
    /// A `kid` came back with another key: usual only after an emergency.
    case replaced(keyID: String)
    /// The metadata lists signing algorithms without RS256; tokens are still verified with RS256 and nothing else.
    case algorithmNotListed
    /// Keys could not be fetched; those that are held stay in use.
    case failed(FetchError, keysHeld: Int)
}

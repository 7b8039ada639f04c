// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Wakes listeners when what they listen to has changed.
final class StoreSignals: Sendable {
    private struct Entry {
        weak var signal: Signal?
    }

    private let entries = Mutex<[StoreKey: [Entry]]>([:])

    /// A signal that is set at each change from here on, as long as somebody holds it.
    func signal(for key: StoreKey) -> Signal {
        let signal = Signal()
        entries.withLock { entries in
            entries[key, default: []].removeAll { $0.signal == nil }
            entries[key, default: []].append(Entry(signal: signal))
        }
        return signal
    }

    func wake(_ key: StoreKey) {
        for signal in entries.withLock({ $0[key]?.compactMap(\.signal) ?? [] }) { signal.set() }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// The local store of a host, opened once something needs it.
final class StoreSlot: Sendable {
    private let opened = Mutex<LocalStore?>(nil)

    /// The store for an app; nil for one that needs none.
    func store(for app: LoadedApp) throws(HostError) -> LocalStore? {
        try opened.withLock { store throws(HostError) in
            if store == nil, TriggerSet.needsStore(app.discovery.functions) {
                store = try LocalStore(
                    directory: app.options.storeDirectory ?? app.options.settingsRoot + "/.swift-func",
                    now: app.options.clock.now)
            }
            return store
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import Synchronization

/// The keys of a running host: who may call, and what the key endpoints change (host contract §6.2, §6.3).
final class KeyRing: Sendable {
    /// What a change did.
    enum Change: Sendable { case created, updated }

    private static let maximumKeys = 100

    /// Whether callers need keys at all.
    let isEnforced: Bool
    /// What the development page shows to be itself.
    let pageKey = HostKeys.random().function
    private let folder: String?
    private let log: HostLog
    private let store: Mutex<KeyStore>

    init(_ options: HostOptions, log: HostLog) {
        isEnforced = options.enableAuth || options.keys != nil
        self.log = log
        if let keys = options.keys {
            folder = nil
            store = Mutex(KeyStore(master: keys.master, functionKeys: ["default": keys.function]))
            return
        }
        folder = options.enableAuth ? options.storeDirectory ?? options.settingsRoot + "/.swift-func" : nil
        let kept = folder.flatMap { KeyStore(contentsOf: $0 + "/" + KeyStore.fileName) }
        store = Mutex(kept ?? .generated())
        if kept == nil { save() }
    }

    /// The two keys to tell a user.
    var hostKeys: HostKeys {
        store.withLock { HostKeys(master: $0.master, function: $0.functionKeys["default"] ?? "") }
    }

    /// Who calls.
    ///
    /// - Parameters:
    ///   - key: What the caller sent; nil for nothing.
    ///   - function: The function that is called, whose own keys count.
    /// - Returns: The caller; a wrong key is as good as none.
    func caller(key: String?, function: String?) -> Caller {
        guard isEnforced else { return .unchecked }
        guard let key, !key.isEmpty else { return .anonymous }
        return store.withLock { store in
            if Self.equal(key, store.master) { return Caller(level: .admin, keyName: "master") }
            if let name = Self.name(of: key, in: store.systemKeys) { return Caller(level: .system, keyName: name) }
            let own = function.map { store[.function($0)] } ?? [:]
            for keys in [store.functionKeys, own] {
                if let name = Self.name(of: key, in: keys) { return Caller(level: .function, keyName: name) }
            }
            return .anonymous
        }
    }

    /// Whether a key opens the webhooks of an extension, whose system key comes into being when it is first asked for.
    func opensWebhook(key: String?, of `extension`: String) -> Bool {
        guard isEnforced else { return true }
        let name = "\(`extension`.lowercased())_extension"
        if keys(.system)[name] == nil { set(nil, named: name, in: .system) }
        guard let key else { return false }
        return store.withLock { store in
            Self.equal(key, store.master) || store.systemKeys[name].map { Self.equal(key, $0) } == true
        }
    }

    func keys(_ scope: KeyScope) -> [String: String] { store.withLock { $0[scope] } }

    var master: String { store.withLock { $0.master } }

    /// Sets a key; nil makes a new one.
    ///
    /// - Returns: Whether it was there before, and its value; nil when there is no room for another.
    @discardableResult
    func set(_ value: String?, named name: String, in scope: KeyScope) -> (change: Change, value: String)? {
        let value = value ?? HostKeys.randomKey()
        let change: Change? = store.withLock { store in
            let isThere = store[scope][name] != nil
            guard isThere || store[scope].count < Self.maximumKeys else { return nil }
            store[scope][name] = value
            return isThere ? .updated : .created
        }
        save()
        return change.map { ($0, value) }
    }

    func setMaster(_ value: String?) -> String {
        let value = value ?? HostKeys.randomKey()
        store.withLock { $0.master = value }
        save()
        return value
    }

    /// Removes a key.
    ///
    /// - Returns: Whether it was there.
    func remove(_ name: String, from scope: KeyScope) -> Bool {
        let isRemoved = store.withLock { $0[scope].removeValue(forKey: name) != nil }
        if isRemoved { save() }
        return isRemoved
    }

    private func save() {
        guard let folder else { return }
        do {
            try store.withLock { try $0.write(to: folder) }
        } catch {
            log.host(.warning, "The keys cannot be kept in \(folder): \(error). They last until the host ends.")
        }
    }

    private static func name(of key: String, in keys: [String: String]) -> String? {
        keys.first { equal(key, $0.value) }?.key
    }

    /// Takes the same time wherever the texts differ.
    static func equal(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8), right = Array(right.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 } == 0
    }
}

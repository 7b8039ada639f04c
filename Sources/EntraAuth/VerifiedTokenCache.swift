// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Tokens whose signature and claims were verified, so that the next request with the same bytes need not pay for RSA.
///
/// Off unless it is given to ``TokenValidator``. Only verified tokens get in; an entry counts only for the validator that
/// verified it, exactly the same bytes and the same generation of keys; time, tenant, revocation and policy are judged
/// anew on every request.
public final class VerifiedTokenCache: Sendable {
    private struct Key: Hashable {
        let token: [UInt8]
        let owner: Owner

        static func == (left: Key, right: Key) -> Bool {
            left.owner == right.owner && isEqual(left.token.span, right.token.span)
        }

        /// The end of the signature is enough to tell tokens apart; `==` still compares every byte.
        func hash(into hasher: inout Hasher) {
            token.withUnsafeBytes { bytes in
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes.suffix(32)))
            }
        }
    }

    final class Entry: Sendable {
        let principal: Principal
        let keyID: KeyIdentifier
        let generation: UInt64
        let size: Int

        init(principal: Principal, keyID: KeyIdentifier, generation: UInt64, size: Int) {
            self.principal = principal
            self.keyID = keyID
            self.generation = generation
            self.size = size
        }
    }

    /// A validator that uses the cache: what one has verified means nothing to another, whose configuration differs.
    struct Owner: Hashable, Sendable {
        fileprivate let number: Int
    }

    private struct State {
        var entries: BoundedMap<Key, Entry>
        var size = 0
        var owners = 0
    }

    private let maximumSize: Int
    private let state: Mutex<State>

    /// Creates an empty cache.
    ///
    /// - Parameters:
    ///   - count: How many tokens are kept at most.
    ///   - size: How many bytes they may take, counted as three times their length for token and claims.
    public init(count: Int = 10_000, size: Int = 64 << 20) {
        maximumSize = size
        state = Mutex(State(entries: BoundedMap(capacity: max(count, 0))))
    }

    /// How many tokens are held.
    public var count: Int { state.withLock { $0.entries.count } }

    func makeOwner() -> Owner {
        state.withLock { state in
            state.owners += 1
            return Owner(number: state.owners)
        }
    }

    func entry(for token: BearerToken, of owner: Owner) -> Entry? {
        state.withLock { $0.entries[Key(token: token.bytes, owner: owner)] }
    }

    func remove(_ token: BearerToken, of owner: Owner) {
        let key = Key(token: token.bytes, owner: owner)
        state.withLock { state in
            guard let entry = state.entries[key] else { return }
            state.entries[key] = nil
            state.size -= entry.size
        }
    }

    func insert(
        _ principal: Principal, for token: BearerToken, of owner: Owner, keyID: KeyIdentifier, generation: UInt64
    ) {
        let size = 3 * token.bytes.count
        guard size <= maximumSize else { return }
        let key = Key(token: token.bytes, owner: owner)
        let entry = Entry(principal: principal, keyID: keyID, generation: generation, size: size)
        state.withLock { state in
            if let old = state.entries[key] {
                state.entries[key] = nil
                state.size -= old.size
            }
            while state.size + size > maximumSize || state.entries.isFull, let old = state.entries.removeOldest() {
                state.size -= old.size
            }
            state.entries[key] = entry
            if state.entries[key] != nil { state.size += size }
        }
    }
}

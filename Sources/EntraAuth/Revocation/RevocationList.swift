// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Revocations kept in memory, in bounded number: single tokens, everything of a user up to a moment, whole clients.
public final class RevocationList: RevocationChecking {
    private struct State {
        var tokens = BoundedMap<String, Void>(capacity: 0)
        var subjects = BoundedMap<String, Int64>(capacity: 0)
        var clients = BoundedMap<String, Void>(capacity: 0)
    }

    private let state: Mutex<State>

    /// Creates an empty list.
    ///
    /// - Parameter capacity: How many tokens, users and clients are kept each; the oldest entry goes first.
    public init(capacity: Int = 10_000) {
        state = Mutex(
            State(
                tokens: BoundedMap(capacity: capacity), subjects: BoundedMap(capacity: capacity),
                clients: BoundedMap(capacity: capacity)))
    }

    /// Takes back one token.
    ///
    /// - Parameter id: Its `uti`.
    public func revoke(tokenID id: String) {
        state.withLock { $0.tokens[id] = () }
    }

    /// Takes back every token of a user that was issued before a moment.
    ///
    /// - Parameters:
    ///   - tenant: The user's tenant.
    ///   - objectID: The user.
    ///   - issuedBefore: Seconds since 1970.
    public func revoke(tenant: TenantID, objectID: String, issuedBefore: Int64) {
        state.withLock { $0.subjects[Self.key(tenant, objectID)] = issuedBefore }
    }

    /// Takes back every token of a client.
    ///
    /// - Parameter id: Its `azp`.
    public func revoke(clientID id: String) {
        state.withLock { $0.clients[id] = () }
    }

    /// Judges an authentic token.
    ///
    /// - Parameter principal: Who calls.
    /// - Returns: Whether the token still counts.
    public func verdict(on principal: Principal) async -> RevocationVerdict {
        state.withLock { state in
            if state.clients[principal.clientID] != nil { return .revoked }
            if let id = principal.tokenID, state.tokens[id] != nil {
                return .requiresIssuedAfter(principal.issuedAt + 1)
            }
            if let moment = state.subjects[Self.key(principal.tenantID, principal.objectID)],
                principal.issuedAt < moment
            {
                return .requiresIssuedAfter(moment)
            }
            return .valid
        }
    }

    private static func key(_ tenant: TenantID, _ objectID: String) -> String { "\(tenant)/\(objectID)" }
}

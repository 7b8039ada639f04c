// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON
import Synchronization

/// The sessions of MCP clients; beyond 1,000 the oldest is forgotten.
final class MCPSessions: Sendable {
    private static let maximum = 1_000
    private let sessions = Mutex<[MCPSession]>([])

    func begin(clientInfo: JSONValue) -> MCPSession {
        let session = MCPSession(
            id: UUID().uuidString.lowercased().split(separator: "-").joined(), clientInfo: clientInfo)
        sessions.withLock { sessions in
            if sessions.count >= Self.maximum { sessions.removeFirst() }
            sessions.append(session)
        }
        return session
    }

    func find(_ id: String) -> MCPSession? { sessions.withLock { $0.first { $0.id == id } } }

    /// Whether there was such a session.
    func end(_ id: String) -> Bool {
        sessions.withLock { sessions in
            let count = sessions.count
            sessions.removeAll { $0.id == id }
            return sessions.count < count
        }
    }
}

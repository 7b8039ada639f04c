// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What an output writes into the store.
enum StoreWrite: Sendable {
    case message(NewMessage, Mailbox)
    /// To every subscription of the topic.
    case publication(NewMessage, topic: String)
    case events([NewEvent], stream: String)
    case document(JSONObject, container: String)
    case entity(StoredEntity)
    case blob(BlobName, [UInt8], contentType: String)

    /// Writes it; a blob's file is there already.
    func apply(to transaction: inout StoreTransaction, now: Date) throws {
        switch self {
        case .message(let message, let mailbox): try transaction.add(message, to: mailbox, now: now)
        case .publication(let message, let topic): try transaction.publish(message, to: topic, now: now)
        case .events(let events, let stream): try transaction.append(events, to: stream, now: now)
        case .document(let document, let container): try transaction.upsert(document, in: container)
        case .entity(let entity): try transaction.insert(entity)
        case .blob: break
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB
import StrictJSON

/// A message in the store.
struct StoredMessage: Sendable {
    let sequence: Int64
    let id: String
    let body: [UInt8]
    let session: String?
    let properties: JSONObject
    let inserted: Date
    let expires: Date
    let nextVisible: Date
    let dequeueCount: Int
    let receipt: String

    var text: String { String(decoding: body, as: UTF8.self) }

    /// A message that was never stored, as the host makes one of what it is given by hand.
    init(body: [UInt8], now: Date) {
        sequence = 0
        id = GUID.random()
        self.body = body
        session = nil
        properties = [:]
        inserted = now
        expires = now.addingTimeInterval(7 * 86_400)
        nextVisible = now
        dequeueCount = 0
        receipt = ""
    }

    init(_ row: Row) {
        sequence = row["sequence"]
        id = row["id"]
        body = Array(row["body"] as Data)
        session = row["session"]
        let properties: String = row["properties"]
        self.properties = (try? JSONValue(parsing: Array(properties.utf8)))?.object ?? [:]
        inserted = StoreTime.date(row["inserted"])
        expires = StoreTime.date(row["expires"])
        nextVisible = StoreTime.date(row["visible"])
        dequeueCount = row["dequeues"]
        receipt = row["receipt"]
    }
}

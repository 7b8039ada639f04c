// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB
import StrictJSON

/// An event of a stream.
struct StoredEvent: Sendable {
    let partition: Int
    let sequence: Int64
    let offset: Int64
    let key: String?
    let body: [UInt8]
    let properties: JSONObject
    let enqueued: Date

    var text: String { String(decoding: body, as: UTF8.self) }

    /// An event that was never stored, as the host makes one of what it is given by hand.
    init(body: [UInt8], now: Date) {
        partition = 0
        sequence = 0
        offset = 0
        key = nil
        self.body = body
        properties = [:]
        enqueued = now
    }

    init(_ row: Row) {
        partition = row["partition"]
        sequence = row["sequence"]
        offset = row["offset"]
        key = row["key"]
        body = Array(row["body"] as Data)
        let properties: String = row["properties"]
        self.properties = (try? JSONValue(parsing: Array(properties.utf8)))?.object ?? [:]
        enqueued = StoreTime.date(row["enqueued"])
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A row of a table.
struct StoredEntity: Sendable, Hashable {
    let table: String
    let partitionKey: String
    let rowKey: String
    /// Without the keys.
    let properties: JSONObject

    /// The row as functions see it.
    var json: JSONValue {
        var object: JSONObject = ["PartitionKey": .string(partitionKey), "RowKey": .string(rowKey)]
        for member in properties { object[member.name] = member.value }
        return .object(object)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// `/_dev/api/tables/NAME`.
struct TableData {
    let store: LocalStore

    func answer(_ request: ExtensionRequest, _ path: [String]) async throws(StoreError) -> HTTPAnswer? {
        guard path.count == 1 else { return nil }
        let table = path[0].lowercased()
        switch request.method {
        case "GET":
            let limit = RequestJSON.limit(request)
            let rows = try await store.read { try $0.entities(table, limit: limit).map(\.json) }
            return .json(["entities": .array(rows)])
        case "POST":
            guard var entity = try RequestJSON.parse(request).object,
                let partitionKey = entity["PartitionKey"]?.string, let rowKey = entity["RowKey"]?.string
            else { throw StoreError(.invalid, "An entity is a JSON object with PartitionKey and RowKey.") }
            entity["PartitionKey"] = nil
            entity["RowKey"] = nil
            let stored = StoredEntity(table: table, partitionKey: partitionKey, rowKey: rowKey, properties: entity)
            try await store.write { try $0.insert(stored) }
            return .json(stored.json, status: 201)
        default:
            return nil
        }
    }
}

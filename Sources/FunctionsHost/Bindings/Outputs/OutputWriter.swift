// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Turns what a function gave to one output into writes (host contract §8.3).
struct OutputWriter {
    let binding: FunctionBinding
    let expression: BindingExpression
    let eventGridFunctions: [String]
    let queuesUseBase64: Bool

    /// Whether an output of this type has a stand-in in the store.
    static func isEmulated(_ type: String) -> Bool {
        ["queue", "servicebus", "eventhub", "kafka", "eventgrid", "blob", "cosmosdb", "table"].contains(
            type.lowercased())
    }

    /// Whether bytes become .NET's name for them (host contract §8.3).
    static func takesTextOnly(_ type: String) -> Bool { ["servicebus", "kafka"].contains(type.lowercased()) }

    func writes(_ value: OutputValue) throws(StoreError) -> [StoreWrite] {
        switch binding.type.lowercased() {
        case "queue": return try value.items.map(queueMessage)
        case "servicebus": return try value.items.map(busMessage)
        case "eventhub":
            return try events(value.items.map(\.bytes), stream: "eventhub/" + name("eventHubName").lowercased())
        case "kafka": return try events(value.items.map { Array($0.text.utf8) }, stream: "kafka/" + name("topic"))
        case "eventgrid": return try gridEvents(value.items)
        case "blob":
            let blob = try BlobName(name("path"))
            return [.blob(blob, value.content, contentType: "application/octet-stream")]
        case "cosmosdb": return try documents(value.items)
        case "table": return try entities(value.items)
        default: return []
        }
    }

    private func queueMessage(_ item: OutputValue) throws(StoreError) -> StoreWrite {
        let body = item.bytes
        let size = queuesUseBase64 ? (body.count + 2) / 3 * 4 : body.count
        try StoreLimits.check(size, StoreLimits.queueMessage, "The queue message\(queuesUseBase64 ? " in base64" : "")")
        return .message(NewMessage(body: body), .queue(try QueueName.check(name("queueName"))))
    }

    private func busMessage(_ item: OutputValue) throws(StoreError) -> StoreWrite {
        var message = NewMessage(body: Array(item.text.utf8), timeToLive: .seconds(14 * 86_400))
        message.id = message.id.split(separator: "-").joined()
        try StoreLimits.check(message.body.count, StoreLimits.busMessage, "The Service Bus message")
        if binding.text("queueName") != nil { return .message(message, .bus(try name("queueName"))) }
        return .publication(message, topic: try name("topicName"))
    }

    private func events(_ bodies: [[UInt8]], stream: String) throws(StoreError) -> [StoreWrite] {
        for body in bodies { try StoreLimits.check(body.count, StoreLimits.event, "The event") }
        return bodies.isEmpty ? [] : [.events(bodies.map { NewEvent(body: $0) }, stream: stream)]
    }

    private func gridEvents(_ items: [OutputValue]) throws(StoreError) -> [StoreWrite] {
        var writes: [StoreWrite] = []
        for item in items {
            guard let event = item.object else {
                throw StoreError(.invalid, "An event for Event Grid must be a JSON object.")
            }
            let body = JSONValue.object(event).serialized()
            try StoreLimits.check(body.count, StoreLimits.event, "The event")
            // Its own events would start a function for ever.
            for function in eventGridFunctions where function != expression.functionName {
                writes.append(.message(NewMessage(body: body, timeToLive: .seconds(86_400)), .eventGrid(function)))
            }
        }
        return writes
    }

    private func documents(_ items: [OutputValue]) throws(StoreError) -> [StoreWrite] {
        let container = try CosmosContainer(binding, expression).text
        var writes: [StoreWrite] = []
        for item in items {
            guard let document = item.object else {
                throw StoreError(.invalid, "A document for Cosmos DB must be a JSON object.")
            }
            writes.append(.document(document, container: container))
        }
        return writes
    }

    private func entities(_ items: [OutputValue]) throws(StoreError) -> [StoreWrite] {
        let table = try name("tableName").lowercased()
        var writes: [StoreWrite] = []
        for item in items {
            guard var entity = item.object else {
                throw StoreError(.invalid, "An entity for a table must be a JSON object.")
            }
            func key(_ property: String, _ member: String) throws(StoreError) -> String {
                let own = entity.first { $0.name.lowercased() == member.lowercased() }
                if let own { entity[own.name] = nil }
                if let own { return DotNetText.of(own.value) }
                guard binding.text(property) != nil else {
                    throw StoreError(.invalid, "The entity for table '\(table)' has no \(member).")
                }
                return try name(property)
            }
            let partitionKey = try key("partitionKey", "PartitionKey")
            let rowKey = try key("rowKey", "RowKey")
            writes.append(
                .entity(StoredEntity(table: table, partitionKey: partitionKey, rowKey: rowKey, properties: entity)))
        }
        return writes
    }

    private func name(_ property: String) throws(StoreError) -> String {
        try binding.required(property, expression)
    }
}

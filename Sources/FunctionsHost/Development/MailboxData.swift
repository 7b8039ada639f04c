// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// `/_dev/api/queues/NAME`, `/_dev/api/servicebus/queues/NAME` and `/_dev/api/servicebus/topics/NAME`.
struct MailboxData {
    let store: LocalStore
    let now: Date

    func answer(
        _ request: ExtensionRequest, kind: String, _ path: [String]
    ) async throws(StoreError) -> HTTPAnswer? {
        if path.isEmpty {
            guard request.method == "GET" else { return nil }
            let prefix = kind == "queues" ? "queue/" : "bus/"
            let list = try await store.read { try $0.mailboxes().filter { $0.text.hasPrefix(prefix) }.map(\.json) }
            return .json(["queues": .array(list)])
        }
        if kind == "queues" {
            guard path.count == 1 else { return nil }
            return try await answer(request, .queue(try QueueName.check(path[0])), limit: StoreLimits.queueMessage)
        }
        let name = path.dropFirst().joined(separator: "/")
        guard !name.isEmpty, name.utf8.count <= 512 else { return nil }
        switch path[0].lowercased() {
        case "queues": return try await answer(request, .bus(name), limit: StoreLimits.busMessage)
        case "topics" where request.method == "POST": return try await publish(request, topic: name)
        default: return nil
        }
    }

    private func answer(
        _ request: ExtensionRequest, _ mailbox: Mailbox, limit: Int
    ) async throws(StoreError) -> HTTPAnswer? {
        switch request.method {
        case "GET":
            let count = RequestJSON.limit(request)
            let messages = try await store.read { try $0.peek(count, in: mailbox) }
            return .json(["name": .string(mailbox.name), "messages": .array(messages.map(json))])
        case "POST":
            let message = try message(request, limit: limit)
            try await store.write { [now] in try $0.add(message, to: mailbox, now: now) }
            return .json(["id": .string(message.id)], status: 201)
        case "DELETE":
            return .json(["deleted": .integer(Int64(try await store.write { try $0.clear(mailbox) }))])
        default:
            return nil
        }
    }

    private func publish(_ request: ExtensionRequest, topic: String) async throws(StoreError) -> HTTPAnswer {
        let message = try message(request, limit: StoreLimits.busMessage)
        let names = try await store.write { [now] transaction in
            try transaction.publish(message, to: topic, now: now)
            return try transaction.subscriptions(of: topic)
        }
        return .json(
            ["id": .string(message.id), "subscriptions": .array(names.map(JSONValue.string))], status: 201)
    }

    private func message(_ request: ExtensionRequest, limit: Int) throws(StoreError) -> NewMessage {
        let json = try RequestJSON.parse(request)
        var message = NewMessage(body: try RequestJSON.content(json))
        try StoreLimits.check(message.body.count, limit, "The message")
        message.delay = try RequestJSON.seconds(json, "delaySeconds") ?? .zero
        message.timeToLive = try RequestJSON.seconds(json, "timeToLiveSeconds") ?? message.timeToLive
        message.session = json["sessionId"]?.string
        if let id = json["messageId"]?.string, !id.isEmpty { message.id = id }
        for name in ["contentType", "correlationId", "subject", "to", "replyTo", "replyToSessionId", "partitionKey"] {
            if let text = json[name]?.string { message.properties[name] = .string(text) }
        }
        if let properties = json["applicationProperties"]?.object {
            message.properties["applicationProperties"] = .object(properties)
        }
        return message
    }

    private func json(_ message: StoredMessage) -> JSONValue {
        var object: JSONObject = ["id": .string(message.id)]
        for member in RequestJSON.content(of: message.body) { object[member.name] = member.value }
        object["dequeueCount"] = .integer(Int64(message.dequeueCount))
        object["insertedAt"] = .string(HostDate.milliseconds(message.inserted))
        object["expiresAt"] = .string(HostDate.milliseconds(message.expires))
        object["visibleAt"] = .string(HostDate.milliseconds(message.nextVisible))
        object["isVisible"] = .bool(message.nextVisible <= now)
        if let session = message.session { object["sessionId"] = .string(session) }
        if !message.properties.isEmpty { object["properties"] = .object(message.properties) }
        return .object(object)
    }
}

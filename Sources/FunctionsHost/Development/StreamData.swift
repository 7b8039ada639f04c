// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// `/_dev/api/eventhubs/NAME` and `/_dev/api/kafka/TOPIC`.
struct StreamData {
    let store: LocalStore
    let now: Date

    func answer(
        _ request: ExtensionRequest, kind: String, _ path: [String]
    ) async throws(StoreError) -> HTTPAnswer? {
        guard path.count == 1 else { return nil }
        let stream = kind == "kafka" ? "kafka/\(path[0])" : "eventhub/\(path[0].lowercased())"
        switch request.method {
        case "GET":
            let limit = RequestJSON.limit(request)
            let (events, consumers) = try await store.read { transaction in
                (try transaction.latest(limit, in: stream), try transaction.consumers(of: stream))
            }
            return .json([
                "name": .string(path[0]), "events": .array(events.map(json)), "consumers": .array(consumers),
            ])
        case "POST":
            let json = try RequestJSON.parse(request)
            var events: [NewEvent] = []
            for item in json["events"]?.array ?? [json] {
                let body = try RequestJSON.content(item)
                try StoreLimits.check(body.count, StoreLimits.event, "The event")
                events.append(
                    NewEvent(body: body, key: item["key"]?.string, properties: item["properties"]?.object ?? [:]))
            }
            try await store.write { [now, events] in try $0.append(events, to: stream, now: now) }
            return .json(["count": .integer(Int64(events.count))], status: 201)
        default:
            return nil
        }
    }

    private func json(_ event: StoredEvent) -> JSONValue {
        var object: JSONObject = [
            "partition": .integer(Int64(event.partition)), "sequenceNumber": .integer(event.sequence),
            "offset": .integer(event.offset), "enqueuedAt": .string(HostDate.milliseconds(event.enqueued)),
        ]
        for member in RequestJSON.content(of: event.body) { object[member.name] = member.value }
        if let key = event.key { object["key"] = .string(key) }
        if !event.properties.isEmpty { object["properties"] = .object(event.properties) }
        return .object(object)
    }
}

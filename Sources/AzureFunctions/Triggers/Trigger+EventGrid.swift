// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable & Sendable {
    /// Events of Event Grid (host contract §7.9).
    ///
    /// Event Grid delivers to `/runtime/webhooks/eventgrid`; when the handler throws it delivers again, up to its own
    /// limits.
    ///
    /// - Parameter event: ``EventGridEvent``, ``CloudEvent``, or any other shape of the event's JSON. An array of these
    ///   asks the host for a batch.
    /// - Returns: The trigger.
    public static func eventGrid(of event: Payload.Type = Payload.self) -> Trigger {
        guard let batch = Payload.self as? any (BatchPayload & Sendable).Type else {
            return Trigger("eventGridTrigger", "event", ["cardinality": "one"]) { try $0.decode(Payload.self) }
        }
        // Events are objects whatever data type is asked for.
        return Trigger("eventGridTrigger", "events", ["cardinality": "many"]) { value in
            guard let payload = try batch.decodeBatch(value) as? Payload else {
                throw UnreadableValue(Payload.self, "it is of another type.")
            }
            return payload
        }
    }
}

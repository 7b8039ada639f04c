// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload == DurableOrchestration {
    /// A step of a Durable orchestration (host contract §7.15).
    ///
    /// The runtime does not replay: the function gets the history and returns the next actions by
    /// ``Output/returnValue``, in the form of the Durable extension's out-of-process protocol.
    ///
    /// - Parameter orchestration: The orchestration's name; the function's when nil.
    /// - Returns: The trigger.
    public static func durableOrchestration(_ orchestration: String? = nil) -> Trigger {
        Trigger("orchestrationTrigger", "context", ["orchestration": orchestration]) { DurableOrchestration($0) }
    }
}

extension Trigger where Payload: Decodable & Sendable {
    /// An activity of a Durable orchestration (host contract §7.15).
    ///
    /// What the function returns by ``Output/returnValue`` is the activity's result; what it throws fails the activity.
    ///
    /// - Parameters:
    ///   - activity: The activity's name; the function's when nil.
    ///   - input: What the orchestration passes.
    /// - Returns: The trigger.
    public static func durableActivity(
        _ activity: String? = nil, of input: Payload.Type = Payload.self
    ) -> Trigger {
        Trigger("activityTrigger", "payload", ["activity": activity]) { try $0.decode(Payload.self) }
    }

    /// Operations on a Durable entity (host contract §7.15).
    ///
    /// The function returns results and state by ``Output/returnValue``, in the form of the Durable extension's
    /// out-of-process protocol.
    ///
    /// - Parameters:
    ///   - entity: The entity's name; the function's when nil.
    ///   - batch: The shape of the extension's batch of operations; `JSONValue` for all of it.
    /// - Returns: The trigger.
    public static func durableEntity(_ entity: String? = nil, of batch: Payload.Type = Payload.self) -> Trigger {
        Trigger("entityTrigger", "context", ["entityName": entity]) { try $0.decode(Payload.self) }
    }
}

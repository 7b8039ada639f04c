// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable & Sendable {
    /// A call by Dapr's service invocation.
    ///
    /// What the function returns by ``Output/returnValue`` is the answer.
    ///
    /// - Parameters:
    ///   - method: The method that callers name; `%SETTING%` is replaced.
    ///   - body: What the request's body holds: `String` for its text, else its JSON.
    /// - Returns: The trigger.
    public static func daprServiceInvocation(
        method: String, of body: Payload.Type = Payload.self
    ) -> Trigger {
        dapr("daprServiceInvocationTrigger", "request", ["methodName": method], [BindingRules.name(method, "method")])
    }

    /// An event of a Dapr input binding.
    ///
    /// - Parameters:
    ///   - binding: The binding's name in the Dapr component; `%SETTING%` is replaced.
    ///   - event: What the event holds: `String` for its text, else its JSON.
    /// - Returns: The trigger.
    public static func daprBinding(_ binding: String, of event: Payload.Type = Payload.self) -> Trigger {
        dapr("daprBindingTrigger", "event", ["bindingName": binding], [BindingRules.name(binding, "binding")])
    }

    /// A message of a Dapr topic, as a CloudEvent.
    ///
    /// When the handler throws, Dapr delivers the message again by the rules of its component.
    ///
    /// - Parameters:
    ///   - topic: The topic; `%SETTING%` is replaced.
    ///   - pubSub: The name of the pub/sub component; `%SETTING%` is replaced.
    ///   - event: ``CloudEvent`` of what was published, or any other shape of its JSON.
    ///   - route: The path at which Dapr delivers; the topic when nil.
    /// - Returns: The trigger.
    public static func daprTopic(
        _ topic: String, pubSub: String, of event: Payload.Type = Payload.self, route: String? = nil
    ) -> Trigger {
        dapr(
            "daprTopicTrigger", "event", ["topic": topic, "pubSubName": pubSub, "route": route],
            [BindingRules.name(topic, "topic"), BindingRules.name(pubSub, "pubSub")])
    }

    private static func dapr(
        _ type: String, _ name: String, _ fields: BindingFields, _ problems: [Problem.Draft?]
    ) -> Trigger {
        Trigger(type, name, fields, problems: problems) { try $0.decode(Payload.self) }
    }
}

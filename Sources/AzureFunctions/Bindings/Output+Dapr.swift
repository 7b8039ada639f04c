// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// A value in a Dapr state store; an array is one value, nil saves nothing.
    ///
    /// - Parameters:
    ///   - store: The name of the state store; `%SETTING%` is replaced.
    ///   - key: The key; `{expression}` is replaced.
    ///   - daprAddress: The address of the Dapr sidecar; `http://localhost:3500` when nil.
    /// - Returns: The output.
    public static func daprState(_ store: String, key: String, daprAddress: String? = nil) -> Output {
        Output(
            "daprState", ["stateStore": store, "key": key, "daprAddress": daprAddress], in: "value",
            problems: [BindingRules.name(store, "store"), BindingRules.name(key, "key")])
    }

    /// A call of another app by Dapr; its body is the value, and nil calls nothing.
    ///
    /// - Parameters:
    ///   - app: The app's Dapr name; `{expression}` is replaced.
    ///   - method: The app's method; `{expression}` is replaced.
    ///   - verb: The HTTP method; `POST` when nil.
    ///   - daprAddress: The address of the Dapr sidecar; `http://localhost:3500` when nil.
    /// - Returns: The output.
    public static func daprInvoke(
        app: String, method: String, verb: String? = nil, daprAddress: String? = nil
    ) -> Output {
        Output(
            "daprInvoke", ["appId": app, "methodName": method, "httpVerb": verb, "daprAddress": daprAddress],
            in: "body", problems: [BindingRules.name(app, "app"), BindingRules.name(method, "method")])
    }

    /// A message to a Dapr topic; an array is one message, nil publishes nothing.
    ///
    /// - Parameters:
    ///   - topic: The topic; `{expression}` is replaced.
    ///   - pubSub: The name of the pub/sub component; `%SETTING%` is replaced.
    ///   - daprAddress: The address of the Dapr sidecar; `http://localhost:3500` when nil.
    /// - Returns: The output.
    public static func daprPublish(_ topic: String, pubSub: String, daprAddress: String? = nil) -> Output {
        Output(
            "daprPublish", ["topic": topic, "pubSubName": pubSub, "daprAddress": daprAddress], in: "payload",
            problems: [BindingRules.name(topic, "topic"), BindingRules.name(pubSub, "pubSub")])
    }

    /// A call of a Dapr output binding; its data are the value, and nil calls nothing.
    ///
    /// - Parameters:
    ///   - binding: The binding's name in the Dapr component; `%SETTING%` is replaced.
    ///   - operation: The binding's operation, such as `create`.
    ///   - daprAddress: The address of the Dapr sidecar; `http://localhost:3500` when nil.
    /// - Returns: The output.
    public static func daprBinding(_ binding: String, operation: String, daprAddress: String? = nil) -> Output {
        Output(
            "daprBinding", ["bindingName": binding, "operation": operation, "daprAddress": daprAddress], in: "data",
            problems: [BindingRules.name(binding, "binding"), BindingRules.name(operation, "operation")])
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Input where Value: Decodable {
    /// A value of a Dapr state store.
    ///
    /// - Parameters:
    ///   - store: The name of the state store; `%SETTING%` is replaced.
    ///   - key: The key; `{expression}` is replaced.
    ///   - daprAddress: The address of the Dapr sidecar; `http://localhost:3500` when nil.
    ///   - state: What the value is: `String` for its text, else its JSON.
    /// - Returns: The input.
    public static func daprState(
        _ store: String, key: String, daprAddress: String? = nil, of state: Value.Type = Value.self
    ) -> Input {
        Input(
            "daprState", ["stateStore": store, "key": key, "daprAddress": daprAddress],
            problems: [BindingRules.name(store, "store"), BindingRules.name(key, "key")])
    }
}

extension Input where Value == [String: String] {
    /// A secret of a Dapr secret store: its values by name, mostly one under the key itself.
    ///
    /// - Parameters:
    ///   - store: The name of the secret store; `%SETTING%` is replaced.
    ///   - key: The secret's key; `{expression}` is replaced.
    ///   - metadata: More for the store, such as `metadata.namespace=default`.
    ///   - daprAddress: The address of the Dapr sidecar; `http://localhost:3500` when nil.
    /// - Returns: The input.
    public static func daprSecret(
        _ store: String, key: String, metadata: String? = nil, daprAddress: String? = nil
    ) -> Input {
        Input(
            "daprSecret",
            ["secretStoreName": store, "key": key, "metadata": metadata, "daprAddress": daprAddress],
            problems: [BindingRules.name(store, "store"), BindingRules.name(key, "key")])
    }
}

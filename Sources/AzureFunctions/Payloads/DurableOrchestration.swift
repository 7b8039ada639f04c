// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// What the Durable extension tells an orchestration before each step.
public struct DurableOrchestration: Sendable, Hashable {
    /// The instance of the orchestration.
    public var instanceID: String
    /// The instance that started this one; nil when none did.
    public var parentInstanceID: String?
    /// Whether the history ends with events that were seen before.
    public var isReplaying: Bool
    /// The JSON text of what the instance was started with; nil for nothing.
    public var input: String?
    /// Everything that happened, in order.
    public var history: [JSONValue]

    /// Creates a description, for tests.
    ///
    /// - Parameters:
    ///   - instanceID: The instance of the orchestration.
    ///   - parentInstanceID: The instance that started this one.
    ///   - isReplaying: Whether the history ends with events that were seen before.
    ///   - input: The JSON text of what the instance was started with.
    ///   - history: Everything that happened, in order.
    public init(
        instanceID: String, parentInstanceID: String? = nil, isReplaying: Bool = false, input: String? = nil,
        history: [JSONValue] = []
    ) {
        self.instanceID = instanceID
        self.parentInstanceID = parentInstanceID
        self.isReplaying = isReplaying
        self.input = input
        self.history = history
    }

    init(_ value: BindingValue) {
        self.init(
            instanceID: value["instanceId"]?.textIfPresent ?? "",
            parentInstanceID: value["parentInstanceId"]?.textIfPresent,
            isReplaying: value["isReplaying"]?.bool ?? false, input: value["input"]?.textIfPresent,
            history: value["history"]?.elements?.map(\.raw) ?? [])
    }

    /// Decodes what the instance was started with.
    ///
    /// - Parameter type: What it should be; an optional is nil for nothing.
    /// - Returns: The input.
    /// - Throws: ``UnreadableValue`` when it is something else; the invocation then fails unless caught.
    public func input<Value: Decodable>(as type: Value.Type = Value.self) throws(UnreadableValue) -> Value {
        try PayloadDecoder.decodeJSON(type, Array((input ?? "null").utf8))
    }
}

extension DurableOrchestration: Encodable {
    private enum CodingKeys: String, CodingKey {
        case isReplaying, input, history
        case instanceID = "instanceId"
        case parentInstanceID = "parentInstanceId"
    }
}

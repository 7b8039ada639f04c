// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What starts a function, and what its handler gets.
///
/// Every trigger of the host has a factory here; ``generic(type:fields:of:)`` makes any other.
///
/// ```swift
/// Function("fulfil", on: .queue("orders-in", of: Order.self), returning: .queue("orders-out")) { order, context in
///     Receipt(for: order)
/// }
/// ```
public struct Trigger<Payload: Sendable>: Sendable {
    enum Source: Sendable {
        /// Takes the trigger's value out of an envelope.
        case event(@Sendable (BindingValue) throws -> Payload)
        /// Judges a request; what is thrown becomes the answer.
        case http(HTTPTriggerOptions, @Sendable (FunctionRequest, InvocationContext) async throws -> Payload)
    }

    let binding: Binding
    let problems: [Problem.Draft]
    let source: Source

    init(_ binding: Binding, problems: [Problem.Draft?] = [], source: Source) {
        self.binding = binding
        self.problems = problems.compactMap(\.self)
        self.source = source
    }

    /// A trigger whose value is read by a function of its own.
    init(
        _ type: String, _ name: String, _ fields: BindingFields = [:], problems: [Problem.Draft?] = [],
        read: @escaping @Sendable (BindingValue) throws -> Payload
    ) {
        self.init(
            Binding(type: type, name: name, direction: .in, fields: fields.object), problems: problems,
            source: .event(read))
    }
}

extension Trigger where Payload: Decodable {
    /// A trigger whose value is one message: text, bytes or JSON.
    init(_ type: String, _ name: String, _ fields: BindingFields, problems: [Problem.Draft?] = []) {
        var fields = fields
        if Payload.self == [UInt8].self { fields["dataType"] = "binary" }
        self.init(type, name, fields, problems: problems) { try $0.decode(Payload.self) }
    }

    /// A trigger whose value is one message, or a batch of them when the payload is an array.
    ///
    /// The host is asked for text or bytes: without a data type, one message that is not JSON would fail the whole batch
    /// before the handler sees it (host contract §7.3).
    init(
        _ type: String, one: String, many: String, _ fields: BindingFields, problems: [Problem.Draft?] = []
    ) {
        guard Payload.self != [UInt8].self, let batch = Payload.self as? any (BatchPayload & Sendable).Type else {
            var fields = fields
            fields["cardinality"] = "one"
            self.init(type, one, fields, problems: problems)
            return
        }
        var fields = fields
        fields["cardinality"] = "many"
        fields["dataType"] = batch.elementType == [UInt8].self ? "binary" : "string"
        self.init(type, many, fields, problems: problems) { value in
            guard let payload = try batch.decodeBatch(value) as? Payload else {
                throw UnreadableValue(Payload.self, "it is of another type.")
            }
            return payload
        }
    }
}

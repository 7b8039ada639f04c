// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What the host reads for a function before it starts: one input, or several (``all(_:)``).
public struct Input<Value: Sendable>: Sendable {
    let bindings: [BindingDeclaration]
    let problems: [Problem.Draft]
    /// Reads a value from `Data` under the names that the bindings got, in their order.
    let read: @Sendable (BindingValues, ArraySlice<String>) throws -> Value

    init(
        _ bindings: [BindingDeclaration], problems: [Problem.Draft?] = [],
        read: @escaping @Sendable (BindingValues, ArraySlice<String>) throws -> Value
    ) {
        self.bindings = bindings
        self.problems = problems.compactMap(\.self)
        self.read = read
    }

    /// Gives the binding a name of its own in function.json; `input` and a number otherwise.
    ///
    /// - Parameter name: A letter, then letters and digits.
    /// - Returns: The same input under that name.
    public func named(_ name: String) -> Input {
        Input(bindings.map { $0.named(name) }, problems: problems + [BindingRules.bindingName(name)], read: read)
    }

    /// Several inputs: the handler gets a tuple of their values in this order.
    ///
    /// - Parameter inputs: The inputs.
    /// - Returns: All of them.
    public static func all<each Part: Sendable>(
        _ inputs: repeat Input<each Part>
    ) -> Input where Value == (repeat each Part) {
        var bindings: [BindingDeclaration] = []
        var problems: [Problem.Draft] = []
        for input in repeat each inputs {
            bindings += input.bindings
            problems += input.problems
        }
        return Input(bindings, problems: problems) { data, names in
            var rest = names
            func next<One>(_ input: Input<One>) throws -> One {
                defer { rest = rest.dropFirst(input.bindings.count) }
                return try input.read(data, rest.prefix(input.bindings.count))
            }
            return (repeat try next(each inputs))
        }
    }
}

extension Input where Value == Void {
    /// Nothing.
    static var none: Input { Input([]) { _, _ in } }
}

extension Input where Value: Decodable {
    /// One binding whose value is text, bytes or JSON; an optional is nil when the host found nothing.
    init(_ type: String, _ fields: BindingFields, problems: [Problem.Draft?] = []) {
        var fields = fields
        if Value.self == [UInt8].self || Value.self == [UInt8]?.self { fields["dataType"] = "binary" }
        self.init([BindingDeclaration(type: type, fields: fields)], problems: problems) { data, names in
            guard let name = names.first, let value = data[name] else {
                throw UnreadableValue(Value.self, "the host sent none.")
            }
            // Otherwise a text would read "null".
            guard !value.isNull || Value.self is any OptionalPayload.Type || Value.self == JSONValue.self else {
                throw UnreadableValue(Value.self, "the host found none; declare an optional.")
            }
            return try value.decode(Value.self)
        }
    }
}

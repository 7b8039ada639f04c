// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Where what a function returns goes: one output, or several (``all(_:)``).
///
/// An output that is not declared cannot be written: what the handler returns has the type of what is declared.
public struct Output<Value>: Sendable {
    let bindings: [BindingDeclaration]
    let problems: [Problem.Draft]
    /// Writes a value under the names that the bindings got, in their order.
    let write: @Sendable (Value, ArraySlice<String>, inout InvocationOutcome) throws -> Void

    init(
        _ bindings: [BindingDeclaration], problems: [Problem.Draft?] = [],
        write: @escaping @Sendable (Value, ArraySlice<String>, inout InvocationOutcome) throws -> Void
    ) {
        self.bindings = bindings
        self.problems = problems.compactMap(\.self)
        self.write = write
    }

    /// Gives the binding a name of its own in function.json; `output` and a number otherwise.
    ///
    /// - Parameter name: A letter, then letters and digits.
    /// - Returns: The same output under that name.
    public func named(_ name: String) -> Output {
        Output(bindings.map { $0.named(name) }, problems: problems + [BindingRules.bindingName(name)], write: write)
    }

    /// Several outputs: the handler returns a tuple of their values in this order.
    ///
    /// - Parameter outputs: The outputs.
    /// - Returns: All of them.
    public static func all<each Part>(_ outputs: repeat Output<each Part>) -> Output where Value == (repeat each Part) {
        var bindings: [BindingDeclaration] = []
        var problems: [Problem.Draft] = []
        for output in repeat each outputs {
            bindings += output.bindings
            problems += output.problems
        }
        return Output(bindings, problems: problems) { values, names, outcome in
            var rest = names
            for (output, value) in repeat (each outputs, each values) {
                try output.write(value, rest.prefix(output.bindings.count), &outcome)
                rest = rest.dropFirst(output.bindings.count)
            }
        }
    }
}

extension Output where Value == Void {
    /// Nothing.
    static var none: Output { Output([]) { _, _, _ in } }
}

extension Output where Value: Encodable & Sendable {
    /// One binding whose items the host takes in a certain form.
    init(_ type: String, _ fields: BindingFields, as form: OutputForm, problems: [Problem.Draft?] = []) {
        self.init([BindingDeclaration(type: type, fields: fields)], problems: problems) { value, names, outcome in
            guard let name = names.first else { return }
            let encoded = try form.encode(value)
            if encoded != .null { outcome.outputs[name] = encoded }
        }
    }

    /// One binding whose value stands in a member of an object; an array is one value, nil is none.
    init(_ type: String, _ fields: BindingFields, in member: String, problems: [Problem.Draft?] = []) {
        self.init([BindingDeclaration(type: type, fields: fields)], problems: problems) { value, names, outcome in
            guard let name = names.first else { return }
            let content = try OutputItem.json(value)
            if content != .null { outcome.outputs[name] = .object([member: content]) }
        }
    }
}

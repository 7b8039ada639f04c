// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A binding of an input or an output, whose name may be left to the registration.
struct BindingDeclaration: Sendable {
    let type: String
    let fields: BindingFields
    var name: String?

    init(type: String, fields: BindingFields = [:], name: String? = nil) {
        self.type = type
        self.fields = fields
        self.name = name
    }

    func named(_ name: String) -> BindingDeclaration { BindingDeclaration(type: type, fields: fields, name: name) }

    /// The bindings with names: their own, or `input`, `input2` and so on.
    static func resolve(_ declarations: [BindingDeclaration], _ direction: Binding.Direction) -> [Binding] {
        let base = direction == .in ? "input" : "output"
        var count = 0
        return declarations.map { declaration in
            if declaration.name == nil { count += 1 }
            return Binding(
                type: declaration.type, name: declaration.name ?? (count == 1 ? base : "\(base)\(count)"),
                direction: direction, fields: declaration.fields.object)
        }
    }
}

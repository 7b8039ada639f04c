// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

extension Trigger where Payload: Decodable & Sendable {
    /// Any trigger that has no factory of its own.
    ///
    /// - Parameters:
    ///   - type: The type in function.json, such as `rabbitMQTrigger`.
    ///   - name: The name of the binding: a letter, then letters and digits.
    ///   - fields: All other members of the binding, as function.json spells them.
    ///   - payload: What the trigger's value is: `String` for text, `[UInt8]` for base64, else JSON.
    /// - Returns: The trigger.
    public static func generic(
        type: String, name: String = "trigger", fields: JSONObject = [:], of payload: Payload.Type = Payload.self
    ) -> Trigger {
        let isTrigger = type.lowercased().hasSuffix("trigger")
        return Trigger(
            type, name, BindingFields(fields),
            problems: [
                BindingRules.bindingName(name),
                isTrigger
                    ? nil : Problem.Draft(.binding, "the type \"\(type)\" is not a trigger's: it ends in Trigger."),
            ]
        ) { try $0.decode(Payload.self) }
    }
}

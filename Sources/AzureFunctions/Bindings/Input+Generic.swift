// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

extension Input where Value: Decodable {
    /// Any input that has no factory of its own.
    ///
    /// - Parameters:
    ///   - type: The type in function.json.
    ///   - fields: All other members of the binding, as function.json spells them.
    ///   - value: What the input is: `String` for text, `[UInt8]` for base64, else JSON; an optional is nil when the host
    ///     found nothing.
    /// - Returns: The input.
    public static func generic(
        type: String, fields: JSONObject = [:], of value: Value.Type = Value.self
    ) -> Input {
        Input(type, BindingFields(fields), problems: [BindingRules.name(type, "type")])
    }
}

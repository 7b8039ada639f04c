// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

extension Output where Value: Encodable & Sendable {
    /// Any output that has no factory of its own.
    ///
    /// - Parameters:
    ///   - type: The type in function.json, such as `rabbitMQ`.
    ///   - fields: All other members of the binding, as function.json spells them.
    ///   - form: How the host takes values of this binding unchanged.
    /// - Returns: The output.
    public static func generic(type: String, fields: JSONObject = [:], as form: OutputForm) -> Output {
        Output(type, BindingFields(fields), as: form, problems: [BindingRules.name(type, "type")])
    }
}

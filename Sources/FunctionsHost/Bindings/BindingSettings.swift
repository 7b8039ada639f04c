// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// `%NAME%` in the properties of a binding, put in place once at discovery (host contract §6.5).
enum BindingSettings {
    /// These are never expanded: names for the host, and text for people.
    private static let literal: Set = [
        "name", "type", "direction", "datatype", "cardinality", "connection", "authlevel", "route", "webhooktype",
        "toolproperties", "description",
    ]

    /// The binding's properties that are texts, by lower-case name.
    ///
    /// - Throws: ``FunctionInError`` when a setting is missing.
    static func resolve(_ json: JSONValue, settings: [String: String]) throws(FunctionInError) -> [String: String] {
        var resolved: [String: String] = [:]
        for member in json.object ?? [:] {
            guard let text = member.value.string else { continue }
            let name = member.name.lowercased()
            if literal.contains(name) {
                resolved[name] = text
            } else if isCredential(name, type: json["type"]?.string ?? "") {
                resolved[name] = try? expand(text, settings: settings)
            } else {
                resolved[name] = try expand(text, settings: settings)
            }
        }
        return resolved
    }

    /// Kafka's bindings hold the broker and the secrets for it, which no local topic needs.
    private static func isCredential(_ name: String, type: String) -> Bool {
        type.lowercased().hasPrefix("kafka") && !["topic", "consumergroup"].contains(name)
    }

    /// A text with the values of settings.
    ///
    /// - Throws: ``FunctionInError`` when a setting is missing.
    static func expand(_ text: String, settings: [String: String]) throws(FunctionInError) -> String {
        var missing: String?
        let result = VariableExpansion.expand(text) { name in
            if settings[name] == nil { missing = missing ?? name }
            return settings[name]
        }
        if let missing { throw FunctionInError("'%\(missing)%' does not resolve to a value.") }
        return result
    }
}

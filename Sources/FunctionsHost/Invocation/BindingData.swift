// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON

/// The metadata of an invocation: names without case, in the order of their first appearance (host contract §7.1).
struct BindingData {
    private var names: [String] = []
    private var values: [String: JSONValue] = [:]

    /// Sets a value; a later one wins.
    mutating func set(_ name: String, _ value: JSONValue) {
        let key = name.lowercaseForm
        if values[key] == nil { names.append(name) }
        values[key] = value
    }

    /// What stands behind a value on the wire, by name without case.
    subscript(_ name: String) -> JSONValue? {
        guard let value = values[name.lowercaseForm] else { return nil }
        guard case .string(let text) = value else { return value }
        return (try? JSONValue(parsing: Array(text.utf8))) ?? value
    }

    /// Sets a value unless the name is taken.
    mutating func setIfAbsent(_ name: String, _ value: JSONValue) {
        if values[name.lowercaseForm] == nil { set(name, value) }
    }

    /// Merges the members of a trigger's payload, a text that holds a JSON object; they win (host contract §7.1).
    mutating func overlay(_ payload: [UInt8]) {
        guard payload.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), let json = try? JSONValue(parsing: payload)
        else { return }
        var members = BindingData()
        members.merge(json)
        for name in members.names { set(name, members.values[name.lowercaseForm] ?? .null) }
    }

    /// Merges the members of a JSON object as the host does: scalars as texts, objects nested, the rest left out.
    mutating func merge(_ json: JSONValue) {
        for member in json.object ?? [:] {
            switch member.value {
            case .null, .array: break
            case .object: setIfAbsent(member.name, member.value)
            case .string(let text):
                setIfAbsent(member.name, WireValue.encode(.string(NewtonsoftDate(text)?.invariant ?? text)))
            default: setIfAbsent(member.name, WireValue.encode(.string(DotNetText.of(member.value))))
            }
        }
    }

    /// The members, without those that the host drops.
    var object: JSONObject {
        JSONObject(
            uniqueMembers: names.compactMap { name in
                let key = name.lowercaseForm
                return key.hasSuffix("trigger") ? nil : values[key].map { (name, $0) }
            })
    }
}

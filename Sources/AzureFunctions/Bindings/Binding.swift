// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// One binding of function.json: a trigger, an input or an output.
struct Binding: Sendable {
    enum Direction: String, Sendable {
        case `in`, out
    }

    let type: String
    let name: String
    let direction: Direction
    /// The options as function.json spells them; nil values are left out.
    var fields: JSONObject = [:]

    /// The output that carries an HTTP function's answer.
    static let httpResponse = Binding(type: "http", name: "res", direction: .out)

    var json: JSONValue {
        var object = fields
        object["type"] = .string(type)
        object["name"] = .string(name)
        object["direction"] = .string(direction.rawValue)
        return .object(object)
    }
}

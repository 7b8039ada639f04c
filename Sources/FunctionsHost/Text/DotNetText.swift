// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What `ToString()` gives for a JSON value under Newtonsoft.
enum DotNetText {
    static func of(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let value): value ? "True" : "False"
        case .integer(let value): String(value)
        case .number(let value): value.description
        case .string(let value): value
        case .array, .object: String(decoding: value.serialized(.pretty), as: UTF8.self)
        }
    }

    /// A value with its dates written as Newtonsoft writes them back.
    static func rewritingDates(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): NewtonsoftDate(text).map { .string($0.iso) } ?? value
        case .array(let elements): .array(elements.map(rewritingDates))
        case .object(let object): .object(object.reduce(into: [:]) { $0[$1.name] = rewritingDates($1.value) })
        default: value
        }
    }
}

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
}

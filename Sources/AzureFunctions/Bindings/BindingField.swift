// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A value that an option of a binding can have.
protocol BindingField: Sendable {
    var json: JSONValue { get }
}

extension String: BindingField {
    var json: JSONValue { .string(self) }
}

extension Bool: BindingField {
    var json: JSONValue { .bool(self) }
}

extension Int: BindingField {
    var json: JSONValue { .integer(Int64(self)) }
}

extension JSONValue: BindingField {
    var json: JSONValue { self }
}

extension [String]: BindingField {
    var json: JSONValue { .array(map { .string($0) }) }
}

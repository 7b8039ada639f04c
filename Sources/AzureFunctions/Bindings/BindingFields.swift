// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The options of a binding as function.json spells them; what is nil is left out.
struct BindingFields: Sendable, ExpressibleByDictionaryLiteral {
    private(set) var object: JSONObject

    init(dictionaryLiteral elements: (String, (any BindingField)?)...) {
        object = [:]
        for (name, value) in elements { object[name] = value?.json }
    }

    init(_ object: JSONObject) {
        self.object = object
    }

    subscript(_ name: String) -> (any BindingField)? {
        get { object[name] }
        set { object[name] = newValue?.json }
    }

    /// These fields and others.
    func merging(_ other: BindingFields) -> BindingFields {
        var merged = self
        for member in other.object { merged.object[member.name] = member.value }
        return merged
    }
}

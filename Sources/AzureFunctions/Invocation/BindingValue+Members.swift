// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension BindingValue {
    /// The text of a value that is there.
    var textIfPresent: String? { isNull ? nil : text }

    /// The members of an object as texts, without those that are null.
    var texts: [String: String] {
        var texts: [String: String] = [:]
        for (name, value) in members ?? [] { texts[name] = value.textIfPresent }
        return texts
    }
}

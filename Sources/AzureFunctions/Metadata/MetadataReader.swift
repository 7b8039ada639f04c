// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Reads metadata of one message, or of one place of a batch, whose members are arrays with names in `Array`.
struct MetadataReader {
    let values: BindingValues
    let index: Int?
    private let arrays: [String: [BindingValue]]

    init(values: BindingValues, index: Int?) {
        self.init(values: values, index: index, arrays: [:])
    }

    private init(values: BindingValues, index: Int?, arrays: [String: [BindingValue]]) {
        self.values = values
        self.index = index
        self.arrays = arrays
    }

    /// A reader for each place of a batch, whose arrays are parsed once.
    static func all(of values: BindingValues, counting names: String...) -> [MetadataReader] {
        var arrays: [String: [BindingValue]] = [:]
        for name in values.names where name.hasSuffix("Array") { arrays[name] = values[name]?.elements }
        let count = names.lazy.compactMap { arrays[$0 + "Array"]?.count }.first ?? 0
        return (0..<count).map { MetadataReader(values: values, index: $0, arrays: arrays) }
    }

    subscript(_ name: String) -> BindingValue? {
        guard let index else { return values[name] }
        guard let array = arrays[name + "Array"], array.indices.contains(index) else { return nil }
        return array[index]
    }

    func text(_ name: String) -> String? { self[name]?.textIfPresent }
    func integer(_ name: String) -> Int? { self[name]?.integer }
    func date(_ name: String) -> Date? { self[name]?.date }
    func object(_ name: String) -> JSONObject { self[name]?.members.map { JSONObject(members: $0) } ?? [:] }
}

extension JSONObject {
    fileprivate init(members: [(name: String, value: BindingValue)]) {
        self.init()
        for (name, value) in members { self[name] = value.raw }
    }
}

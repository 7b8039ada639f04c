// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Header fields grouped by name without case, in the spelling and at the place of the first.
struct FieldLines {
    private var lines: [(name: String, values: [String])] = []

    mutating func append(_ name: String, _ value: String) {
        if let index = lines.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
            lines[index].values.append(value)
        } else {
            lines.append((name, [value]))
        }
    }

    func mapValues(_ transform: ([String]) -> JSONValue) -> JSONObject {
        var object = JSONObject()
        for line in lines { object[line.name] = transform(line.values) }
        return object
    }
}

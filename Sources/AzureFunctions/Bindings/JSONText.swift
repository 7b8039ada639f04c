// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// JSON as the text of an option that function.json wants as a string.
enum JSONText {
    static func of(_ value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }
}

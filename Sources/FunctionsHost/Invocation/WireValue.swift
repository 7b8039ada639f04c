// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The one encoding rule of envelopes: objects nested, everything else a text that holds JSON (host contract §7.1).
enum WireValue {
    static func encode(_ value: JSONValue) -> JSONValue {
        if case .object = value { return value }
        return .string(String(decoding: value.serialized(), as: UTF8.self))
    }
}

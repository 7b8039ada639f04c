// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// The `sys` member of the metadata (host contract §7.1).
enum EmulatedSystem {
    static func metadata(_ function: String) -> JSONValue {
        let now = Date().formatted(.iso8601.dateTimeSeparator(.standard))
        return [
            "MethodName": .string(function), "UtcNow": .string(now.dropLast() + ".0000000Z"),
            "RandGuid": .string(UUID().uuidString.lowercased()),
        ]
    }
}

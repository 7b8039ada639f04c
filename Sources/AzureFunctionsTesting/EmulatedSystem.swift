// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON

/// What the host adds to all metadata (host contract §7.1).
enum EmulatedSystem {
    static func metadata(_ function: String) -> JSONValue {
        let now = Date().formatted(.iso8601.dateTimeSeparator(.standard))
        return [
            "MethodName": .string(function), "UtcNow": .string(now.dropLast() + ".0000000Z"),
            "RandGuid": .string(UUID().uuidString.lowercased()),
        ]
    }

    /// The `RetryContext` member of a function with a retry policy.
    static func retry(_ retry: RetryContext) -> JSONValue {
        [
            "RetryCount": .integer(Int64(retry.count)), "MaxRetryCount": .integer(Int64(retry.maximum)),
            "Exception": nil, "Instance": nil, "State": [:],
        ]
    }
}

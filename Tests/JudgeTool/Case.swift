// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// One token with the keys and the time to judge it by.
struct Case: Sendable {
    let token: String
    let keySet: [UInt8]
    /// Seconds since 1970.
    let now: Int64

    init(_ line: String) throws {
        let object = try JSONValue(parsing: Array(line.utf8))
        guard let token = object["token"]?.string, let keySet = object["jwks"], let now = object["now"]?.int64 else {
            throw UsageError(description: "A line needs \"token\", \"jwks\" and \"now\".")
        }
        self.token = token
        self.keySet = keySet.serialized()
        self.now = now
    }
}

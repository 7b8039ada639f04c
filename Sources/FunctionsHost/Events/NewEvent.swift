// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// An event to be appended to a stream.
struct NewEvent: Sendable {
    var body: [UInt8]
    var key: String?
    var properties: JSONObject = [:]
}

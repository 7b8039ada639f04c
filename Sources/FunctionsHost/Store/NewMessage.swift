// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// A message to be stored.
struct NewMessage: Sendable {
    var id = GUID.random()
    var body: [UInt8]
    var session: String?
    var properties: JSONObject = [:]
    /// How long it lives.
    var timeToLive: Duration = .seconds(7 * 86_400)
    /// How long nobody sees it.
    var delay: Duration = .zero
}

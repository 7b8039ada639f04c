// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A client that has initialized.
struct MCPSession: Sendable {
    let id: String
    let clientInfo: JSONValue
}

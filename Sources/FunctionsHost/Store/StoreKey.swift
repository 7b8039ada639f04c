// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a listener waits for.
enum StoreKey: Sendable, Hashable {
    case mailbox(Mailbox)
    case stream(String)
    case documents(String)
    case blobs
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import GRDB

/// Why the local store did not do what it was asked.
struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    enum Kind: Sendable { case tooLarge, conflict, invalid, full, broken }

    let kind: Kind
    let message: String

    var description: String { message }

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    init(_ error: any Error) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL:
            self.init(.full, "The local store is full. Stop the host and remove its folder, or what you need no more.")
        default:
            self.init(.broken, "The local store failed: \(error)")
        }
    }
}

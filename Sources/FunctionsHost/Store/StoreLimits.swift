// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How large things may be, in bytes, as the services that the store stands in for have it.
enum StoreLimits {
    /// A message of a storage queue, as it would be on the wire: base64 makes it a third longer.
    static let queueMessage = 64 << 10
    static let busMessage = 256 << 10
    static let event = 1 << 20
    static let document = 2 << 20
    static let entity = 1 << 20
    static let blob = 96 << 20
    /// Events are kept seven days, in milliseconds.
    static let eventRetention: Int64 = 7 * 86_400_000

    /// - Throws: ``StoreError`` when there are more bytes than allowed.
    static func check(_ size: Int, _ maximum: Int, _ what: String) throws(StoreError) {
        guard size <= maximum else {
            throw StoreError(.tooLarge, "\(what) has \(size) bytes; the limit is \(maximum).")
        }
    }
}

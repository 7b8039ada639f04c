// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Names of storage queues: 3 to 63 lower-case letters, digits and single hyphens.
enum QueueName {
    /// The name in lower case, as the host asks for it.
    static func check(_ name: String) throws(StoreError) -> String {
        let name = name.lowercased()
        guard 3...63 ~= name.utf8.count, name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
            throw StoreError(
                .invalid,
                "'\(name)' is no name of a queue: it has 3 to 63 lower-case letters, digits and single hyphens.")
        }
        return name
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A piece of work that is under way as long as somebody holds the token.
final class WorkToken: Sendable {
    private let count: WorkCount

    init(_ count: WorkCount) {
        self.count = count
        count.enter()
    }

    deinit { count.leave() }
}

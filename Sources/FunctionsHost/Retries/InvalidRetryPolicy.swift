// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What is wrong with a `retry` object.
struct InvalidRetryPolicy: Error, Sendable, Hashable {
    let member: String
    let rule: String

    var message: String { "\"\(member)\" of \"retry\" \(rule)." }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Who calls, by the key that was sent.
struct Caller: Sendable, Equatable {
    let level: CallerLevel
    /// The name of the key; nil without one, and where nobody asks for keys.
    var keyName: String?

    static let anonymous = Caller(level: .anonymous)
    /// Without keys everybody is an administrator, as with Core Tools.
    static let unchecked = Caller(level: .admin)
}

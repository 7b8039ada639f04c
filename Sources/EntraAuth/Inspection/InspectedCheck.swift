// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One check of a token, and what came of it.
public struct InspectedCheck: Sendable {
    /// What came of a check.
    public enum Outcome: Sendable, Equatable {
        /// The token keeps the rule.
        case passed
        /// The token breaks the rule; what ``TokenValidator`` throws when no earlier rule is broken.
        case failed(AuthError)
        /// Something that the check needs was not there.
        case notChecked
    }

    /// Which check.
    public let name: Name
    /// What came of it.
    public let outcome: Outcome

    /// Why the check failed, for an operator; empty unless it did.
    public var detail: String {
        if case .failed(let error) = outcome { error.diagnostic } else { "" }
    }
}

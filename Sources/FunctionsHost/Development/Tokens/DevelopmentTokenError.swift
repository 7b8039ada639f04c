// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why there is no token, or no report on one.
public struct DevelopmentTokenError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What happened and what to do, for people.
    public let description: String

    /// Creates an error.
    ///
    /// - Parameter description: What happened and what to do, for people.
    public init(_ description: String) {
        self.description = description
    }
}

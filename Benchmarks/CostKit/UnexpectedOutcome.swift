// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Something other than the wanted work happened.
public struct UnexpectedOutcome: Error, CustomStringConvertible {
    /// What happened.
    public let description: String

    /// Says what happened.
    ///
    /// - Parameter description: One sentence.
    public init(_ description: String) { self.description = description }
}

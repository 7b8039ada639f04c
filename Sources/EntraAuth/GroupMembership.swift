// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a token says about its user's groups.
public enum GroupMembership: Sendable, Hashable {
    /// Nothing: the API's registration does not ask for groups.
    case notIncluded
    /// The groups' object ids.
    case included([String])
    /// More than fit into a token (over 200).
    case tooManyForToken
}

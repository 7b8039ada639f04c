// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How a tenant changes its signing key (signing-key-rollover.md).
public struct KeyRotation: Sendable, Hashable, CustomStringConvertible {
    enum Kind: Sendable {
        case overlapping
        case immediate
        case reusingKeyID
    }

    /// The rotation's stable name.
    public let description: String
    let kind: Kind

    /// As Entra does it: the key that was published ahead signs, the former one stays published, a new one is published
    /// ahead.
    public static let overlapping = KeyRotation(description: "overlapping", kind: .overlapping)
    /// As in an emergency: new keys that nobody has seen, and no other is published.
    public static let immediate = KeyRotation(description: "immediate", kind: .immediate)
    /// A new key under the id of the one that signed, which is published no more.
    public static let reusingKeyID = KeyRotation(description: "reusing_key_id", kind: .reusingKeyID)
}

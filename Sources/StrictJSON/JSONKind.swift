// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The seven kinds of JSON value (RFC 8259 §3, with `true` and `false` as one).
public enum JSONKind: UInt8, Sendable, Hashable {
    /// The literal `null`.
    case null
    /// The literal `true` or `false`.
    case bool
    /// A number, kept as its exact text until it is asked for.
    case number
    /// A string of Unicode scalar values.
    case string
    /// An array.
    case array
    /// An object with distinct member names.
    case object
}

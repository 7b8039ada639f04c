// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One value on the tape: containers are followed by their contents, members as name and value.
struct JSONNode: Sendable {
    var kind: JSONKind
    /// Strings: the bytes stand unescaped in the side buffer.
    ///
    /// Numbers: no fraction and no exponent.
    /// Objects: a name comes twice.
    var flag: Bool
    /// First byte of a scalar, in the text or in the side buffer.
    var start: UInt32
    /// Bytes of a scalar; elements of an array; members of an object.
    var count: UInt32
    /// Index of the first node after this value.
    var next: UInt32
}

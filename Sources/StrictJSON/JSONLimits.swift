// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a document may cost before it is refused.
public struct JSONLimits: Sendable, Hashable {
    /// The whole text, in bytes; at most 2³¹ − 1.
    public var bytes: Int
    /// Nesting of arrays and objects; a scalar at the top has depth 0.
    public var depth: Int
    /// Members of one object.
    public var members: Int
    /// Values in the whole document, containers included.
    public var values: Int

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - bytes: The whole text, in bytes.
    ///   - depth: Nesting of arrays and objects.
    ///   - members: Members of one object.
    ///   - values: Values in the whole document.
    public init(bytes: Int = 1 << 20, depth: Int = 64, members: Int = 4_096, values: Int = 1 << 18) {
        self.bytes = bytes
        self.depth = depth
        self.members = members
        self.values = values
    }

    /// 1 MiB, 64 levels, 4,096 members an object, 262,144 values.
    public static let `default` = JSONLimits()
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Which attempt an invocation is (host contract §7.1, §9).
public struct RetryContext: Sendable, Hashable {
    /// Attempts before this one; 0 on the first.
    public var count: Int
    /// The most attempts after the first; -1 for no end.
    public var maximum: Int

    /// Creates a context, for tests.
    ///
    /// - Parameters:
    ///   - count: Attempts before this one.
    ///   - maximum: The most attempts after the first.
    public init(count: Int, maximum: Int) {
        self.count = count
        self.maximum = maximum
    }

    init?(_ element: JSONElement?) {
        guard let count = element?["RetryCount"]?.int64, let maximum = element?["MaxRetryCount"]?.int64 else {
            return nil
        }
        self.init(count: Int(clamping: count), maximum: Int(clamping: maximum))
    }
}

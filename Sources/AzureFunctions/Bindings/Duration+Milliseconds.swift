// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Duration {
    /// Whole milliseconds, as many options of bindings are written; rounded towards zero.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        // More than the host takes, and far from overflow.
        let bound: Int64 = 1 << 50
        return Int(Swift.min(Swift.max(seconds, -bound), bound)) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension String {
    /// The same as `lowercased()`, without another text for one that has no letter to change.
    package var lowercaseForm: String {
        utf8.contains { 0x41...0x5A ~= $0 || $0 >= 0x80 } ? lowercased() : self
    }
}

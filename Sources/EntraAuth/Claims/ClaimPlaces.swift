// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where each claim's value is in a payload, or 0, where the payload itself is: an array without a heap block.
struct ClaimPlaces: Sendable {
    /// Twenty places; a payload has fewer than 2¹⁶ values, because it has fewer bytes.
    private var storage: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)

    subscript(_ claim: ClaimName) -> Int {
        get {
            withUnsafeBytes(of: storage) { Int($0.load(fromByteOffset: claim.rawValue * 2, as: UInt16.self)) }
        }
        set {
            withUnsafeMutableBytes(of: &storage) {
                $0.storeBytes(of: UInt16(clamping: newValue), toByteOffset: claim.rawValue * 2, as: UInt16.self)
            }
        }
    }
}

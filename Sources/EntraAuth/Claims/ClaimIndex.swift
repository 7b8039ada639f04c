// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A table of the claims' names, in which a look-up costs one step or two.
struct ClaimIndex: Sendable {
    enum Match {
        case name(ClaimName)
        /// The name, but for the case of ASCII letters.
        case otherCase(ClaimName)
    }

    private struct Slot {
        let claim: ClaimName
        let ends: UInt64
        let count: Int
    }

    private static let size = 64
    private let slots: [Slot?]

    init() {
        var slots = [Slot?](repeating: nil, count: Self.size)
        for claim in ClaimName.allCases {
            let name = claim.text.withUTF8Buffer(Array.init)
            let ends = Self.ends(name.span)
            var place = Self.place(ends)
            while slots[place] != nil { place = (place + 1) % Self.size }
            slots[place] = Slot(claim: claim, ends: ends, count: name.count)
        }
        self.slots = slots
    }

    /// The claim of this name in any case of ASCII letters.
    func match(_ name: borrowing Span<UInt8>) -> Match? {
        guard 3...7 ~= name.count else { return nil }
        let ends = Self.ends(name)
        var place = Self.place(ends)
        // The table is larger than the number of claims, so there is an end.
        while let slot = slots[place] {
            if slot.count == name.count {
                if slot.ends == ends { return .name(slot.claim) }
                if (slot.ends ^ ends) & ~Self.caseBits == 0, isEqualIgnoringCase(name, slot.claim.text) {
                    return .otherCase(slot.claim)
                }
            }
            place = (place + 1) % Self.size
        }
        return nil
    }

    /// In which the two cases of a letter differ, and other bytes may.
    private static let caseBits: UInt64 = 0x2020_2020_2020_2020

    private static func place(_ ends: UInt64) -> Int {
        Int(truncatingIfNeeded: ((ends | caseBits) &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }

    /// The first and the last four bytes, which are all bytes of a name of four to seven; of a shorter one, its bytes.
    private static func ends(_ name: borrowing Span<UInt8>) -> UInt64 {
        guard name.count >= 4 else {
            var bytes: UInt64 = 0
            for place in name.indices { bytes = bytes << 8 | UInt64(name[place]) }
            return bytes
        }
        let first = name.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
        let last = name.bytes.unsafeLoadUnaligned(fromByteOffset: name.count - 4, as: UInt32.self)
        return UInt64(first) << 32 | UInt64(last)
    }
}

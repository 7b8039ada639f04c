// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// The formats of a .NET `Guid`: `D` (default), `N`, `B`, `P`.
enum GUIDFormat {
    static func text(_ id: UUID, format: String) throws(InvocationFailure) -> String {
        let text = id.uuidString.lowercased()
        switch format.uppercased() {
        case "", "D": return text
        case "N": return text.split(separator: "-").joined()
        case "B": return "{\(text)}"
        case "P": return "(\(text))"
        default: throw InvocationFailure("The format '\(format)' of {rand-guid} is not one of D, N, B, P.")
        }
    }
}

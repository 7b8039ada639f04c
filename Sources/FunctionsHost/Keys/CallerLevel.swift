// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a caller's key allows (host contract §6.2).
enum CallerLevel: String, Sendable {
    case anonymous = "Anonymous"
    case function = "Function"
    case system = "System"
    case admin = "Admin"

    /// Whether a caller of this level may call a function.
    func allows(_ required: AuthLevel) -> Bool {
        switch required {
        case .anonymous: true
        case .function: self == .admin || self == .function
        case .system: self == .admin || self == .system
        case .admin, .user: self == .admin
        }
    }
}

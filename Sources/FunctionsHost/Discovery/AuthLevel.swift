// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Who may call an HTTP function (host contract §6.2).
enum AuthLevel: String, Sendable {
    case anonymous, function, admin, system, user
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Something that a blueprint can hold: a function, or another blueprint.
public protocol BlueprintItem: Sendable {
    /// Adds this item's functions to a registration.
    ///
    /// - Parameters:
    ///   - registration: Where functions and problems are collected.
    ///   - inherited: What the surrounding blueprints say.
    func register(in registration: inout Registration, inheriting inherited: Inheritance)
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Collects the items of a blueprint, with conditions and loops.
@resultBuilder
public enum BlueprintBuilder {
    /// One item.
    public static func buildExpression(_ item: some BlueprintItem) -> [any BlueprintItem] { [item] }

    /// Several items, such as those of a function that returns an array.
    public static func buildExpression(_ items: [any BlueprintItem]) -> [any BlueprintItem] { items }

    /// All statements of a block.
    public static func buildBlock(_ items: [any BlueprintItem]...) -> [any BlueprintItem] { items.flatMap(\.self) }

    /// `if` without `else`.
    public static func buildOptional(_ items: [any BlueprintItem]?) -> [any BlueprintItem] { items ?? [] }

    /// The first branch.
    public static func buildEither(first items: [any BlueprintItem]) -> [any BlueprintItem] { items }

    /// The other branch.
    public static func buildEither(second items: [any BlueprintItem]) -> [any BlueprintItem] { items }

    /// A loop.
    public static func buildArray(_ items: [[any BlueprintItem]]) -> [any BlueprintItem] { items.flatMap(\.self) }

    /// `if #available`.
    public static func buildLimitedAvailability(_ items: [any BlueprintItem]) -> [any BlueprintItem] { items }
}

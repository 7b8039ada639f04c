// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A container of documents, by database and name.
struct CosmosContainer: Sendable, Hashable {
    /// `database/container`.
    let text: String

    /// The container of a binding; older files say `collectionName`.
    init(_ binding: FunctionBinding, _ expression: BindingExpression) throws(StoreError) {
        let database = try binding.required("databaseName", expression)
        let isOld = binding.text("containerName") == nil
        text = database + "/" + (try binding.required(isOld ? "collectionName" : "containerName", expression))
    }

    /// The container of a trigger, whose names hold no expressions.
    init?(trigger binding: FunctionBinding) {
        guard let database = binding.text("databaseName"),
            let name = binding.text("containerName") ?? binding.text("collectionName")
        else { return nil }
        text = database + "/" + name
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let addItem = HTTPFunction(
    "add-item", route: "items/{id:int}", methods: [.put], sending: .queue("items")
) { request, _ in
    let order = try request.body.decode(Order.self)
    return (try .json(order, status: .created), order)
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let index = Function(
    "index",
    on: .cosmosDB(
        "customers", database: "shop", connection: "Cosmos", of: [Customer].self, createsLeaseContainer: true,
        maximumItems: 100)
) { customers, context in
    context.logger.info("Customers changed.", metadata: ["count": "\(customers.count)"])
}

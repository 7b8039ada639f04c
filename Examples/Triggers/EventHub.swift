// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let measure = Function(
    "measure", on: .eventHub("readings", connection: "EventHub", of: [Reading].self),
    returning: .cosmosDB("readings", database: "plant", connection: "Cosmos"),
    retry: .exponential(minimum: .seconds(1), maximum: .seconds(60), maximumCount: 5)
) { readings, _ in
    readings.filter { $0.celsius > 80 }
}

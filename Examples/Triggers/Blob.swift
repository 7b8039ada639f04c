// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let importPrices = Function(
    "import-prices", on: .blob("prices/{name}.json", source: .eventGrid, of: [Price].self),
    returning: .blob("totals/{name}.txt")
) { prices, _ in
    "\(prices.map(\.amount).reduce(0, +))"
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import CostKit

/// Prints what the runtime's own work costs: an invocation by envelope and as plain HTTP, and finding a route.
@main
struct RuntimeCost {
    static func main() {
        CostCommand.main { try InvocationCosts.all() + RouteCosts.all() }
    }
}

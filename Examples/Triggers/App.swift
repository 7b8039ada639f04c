// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

/// One function for each trigger, as docs/triggers.md shows them.
@main
struct TriggersExample {
    static let app = FunctionApp {
        addItem
        cleanUp
        fulfil
        importPrices
        ship
        announce
        measure
        welcome
        index
        audit
        chat
        negotiate
        syncToDo
        syncCustomers
        createOrder
        onReading
        onOrder
        warmUp
        findOrders
        priceList
        reviewOrder
        shipping
        pack
        counter
        addTask
        onMail
        onRabbit
        price
    }

    static func main() async {
        await app.run()
    }
}

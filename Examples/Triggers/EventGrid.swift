// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let welcome = Function("welcome", on: .eventGrid(of: EventGridEvent<Customer>.self), returning: .queue("mails")) {
    event, _ in
    event.eventType == "Shop.CustomerCreated" ? "Welcome, \(event.data.name ?? "you")!" : nil
}

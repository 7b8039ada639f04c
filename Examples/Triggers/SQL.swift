// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let syncToDo = Function(
    "sync-to-do", on: .sql("dbo.ToDo", connection: "SqlConnection", of: Customer.self), returning: .queue("changes")
) { changes, _ in
    changes.filter { $0.operation == .delete }.map(\.item.id)
}

let syncCustomers = Function(
    "sync-customers", on: .mySQL("Customers", connection: "MySqlConnection", of: Customer.self),
    returning: .mySQL("Copies", connection: "MySqlConnection")
) { changes, _ in
    changes.map(\.item)
}

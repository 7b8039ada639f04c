// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON

let databaseSamples = Blueprint {
    Function(
        "cosmosDBTrigger", on: .cosmosDB("items", database: "shop", connection: "Cosmos", of: [JSONValue].self)
    ) { _, _ in }
    Function(
        "cosmosDBTrigger-all",
        on: .cosmosDB(
            "items", database: "shop", connection: "Cosmos", of: [JSONValue].self, leaseContainer: "leases",
            leaseDatabase: "admin", leaseConnection: "Leases", createsLeaseContainer: true,
            leaseContainerThroughput: 400, leasePrefix: "a", pollDelay: .seconds(5),
            leaseAcquireInterval: .seconds(13), leaseExpirationInterval: .seconds(60),
            leaseRenewInterval: .seconds(17), maximumItems: 100, startsFromBeginning: false,
            startTime: Date(timeIntervalSince1970: 1_729_764_672), preferredLocations: ["West Europe", "North Europe"])
    ) { _, _ in }
    Function(
        "cosmosDBv3Trigger", on: .cosmosDBv3("items", database: "shop", connection: "Cosmos", of: [JSONValue].self)
    ) { _, _ in }
    Function(
        "cosmosDBv3Trigger-all",
        on: .cosmosDBv3(
            "items", database: "shop", connection: "Cosmos", of: [JSONValue].self, leaseCollection: "leases",
            leaseDatabase: "admin", leaseConnection: "Leases", createsLeaseCollection: true,
            leaseCollectionThroughput: 400, leasePrefix: "a", checkpointInterval: .seconds(2),
            checkpointDocumentCount: 50, pollDelay: .seconds(5), leaseAcquireInterval: .seconds(13),
            leaseExpirationInterval: .seconds(60), leaseRenewInterval: .seconds(17), maximumItems: 100,
            startsFromBeginning: true, preferredLocations: ["West Europe"])
    ) { _, _ in }
    Function(
        "cosmosDBInput", on: .queue("orders", of: String.self),
        reading: .cosmosDB("items", database: "shop", connection: "Cosmos", id: "{id}", of: JSONValue?.self)
    ) { _, _, _ in }
    Function(
        "cosmosDBInput-all", on: .queue("orders", of: String.self),
        reading: .cosmosDB(
            "items", database: "shop", connection: "Cosmos", query: "SELECT * FROM c", partitionKey: "{shop}",
            of: [JSONValue].self, preferredLocations: ["West Europe"])
    ) { _, _, _ in }
    Function(
        "cosmosDBv3Input", on: .queue("orders", of: String.self),
        reading: .cosmosDBv3(
            "items", database: "shop", connection: "Cosmos", id: "{id}", partitionKey: "{shop}", of: JSONValue?.self)
    ) { _, _, _ in }
    Function(
        "cosmosDBv3Input-all", on: .queue("orders", of: String.self),
        reading: .cosmosDBv3(
            "items", database: "shop", connection: "Cosmos", query: "SELECT * FROM c", partitionKey: "{shop}",
            of: [JSONValue].self)
    ) { _, _, _ in }
    Function(
        "cosmosDBOutput", on: .queue("orders", of: JSONValue.self),
        returning: .cosmosDB("items", database: "shop", connection: "Cosmos")
    ) { item, _ in item }
    Function(
        "cosmosDBOutput-all", on: .queue("orders", of: JSONValue.self),
        returning: .cosmosDB(
            "items", database: "shop", connection: "Cosmos", createsIfMissing: true, partitionKey: "/shop",
            containerThroughput: 400, preferredLocations: ["West Europe"])
    ) { item, _ in item }
    Function(
        "cosmosDBv3Output", on: .queue("orders", of: JSONValue.self),
        returning: .cosmosDBv3("items", database: "shop", connection: "Cosmos")
    ) { item, _ in item }
    Function(
        "cosmosDBv3Output-all", on: .queue("orders", of: JSONValue.self),
        returning: .cosmosDBv3(
            "items", database: "shop", connection: "Cosmos", createsIfMissing: true, partitionKey: "/shop",
            collectionThroughput: 400, usesMultipleWriteLocations: true, preferredLocations: ["West Europe"])
    ) { item, _ in item }

    Function("sqlTrigger", on: .sql("dbo.ToDo", connection: "SQL", of: JSONValue.self)) { _, _ in }
    Function(
        "sqlTrigger-all", on: .sql("dbo.ToDo", connection: "SQL", of: JSONValue.self, leasesTable: "Leases")
    ) { _, _ in }
    Function(
        "sqlInput", on: .queue("orders", of: String.self),
        reading: .sql("SELECT * FROM ToDo", connection: "SQL", of: [JSONValue].self)
    ) { _, _, _ in }
    Function(
        "sqlInput-all", on: .queue("orders", of: String.self),
        reading: .sql(
            "FindToDo", connection: "SQL", isProcedure: true, parameters: "@Id={id}", of: [JSONValue].self)
    ) { _, _, _ in }
    Function(
        "sqlOutput", on: .queue("orders", of: JSONValue.self), returning: .sql("dbo.ToDo", connection: "SQL")
    ) { row, _ in row }
    Function("mysqlTrigger", on: .mySQL("ToDo", connection: "MySQL", of: JSONValue.self)) { _, _ in }
    Function(
        "mysqlTrigger-all", on: .mySQL("ToDo", connection: "MySQL", of: JSONValue.self, leasesTable: "Leases")
    ) { _, _ in }
    Function(
        "mysqlInput", on: .queue("orders", of: String.self),
        reading: .mySQL("SELECT * FROM ToDo", connection: "MySQL", of: [JSONValue].self)
    ) { _, _, _ in }
    Function(
        "mysqlInput-all", on: .queue("orders", of: String.self),
        reading: .mySQL(
            "FindToDo", connection: "MySQL", isProcedure: true, parameters: "@Id={id}", of: [JSONValue].self)
    ) { _, _, _ in }
    Function(
        "mysqlOutput", on: .queue("orders", of: JSONValue.self), returning: .mySQL("ToDo", connection: "MySQL")
    ) { row, _ in row }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON

let storageSamples = Blueprint {
    Function("queueTrigger", on: .queue("orders", of: String.self)) { _, _ in }
    Function("queueTrigger-all", on: .queue("%QUEUE%", connection: "Storage", of: [UInt8].self)) { _, _ in }
    Function("queueOutput", on: .queue("orders", of: String.self), returning: .queue("done")) { text, _ in text }
    Function(
        "queueOutput-all", on: .queue("orders", of: String.self),
        returning: .queue("%QUEUE%", connection: "Storage").named("done")
    ) { text, _ in text }

    Function("blobTrigger", on: .blob("uploads/{name}", of: [UInt8].self)) { _, _ in }
    Function(
        "blobTrigger-all",
        on: .blob("uploads/{name}.json", connection: "Storage", source: .eventGrid, of: JSONValue.self)
    ) { _, _ in }
    Function(
        "blobTrigger-scan", on: .blob("uploads/{name}", source: .logsAndContainerScan, of: String.self)
    ) { _, _ in }
    Function(
        "blobInput", on: .queue("orders", of: String.self), reading: .blob("prices/{sku}.json", of: JSONValue?.self)
    ) { _, _, _ in }
    Function(
        "blobInput-all", on: .queue("orders", of: String.self),
        reading: .blob("images/{name}", connection: "Storage", of: [UInt8].self).named("image")
    ) { _, _, _ in }
    Function("blobOutput", on: .queue("orders", of: String.self), returning: .blob("out/{rand-guid}")) { text, _ in
        text
    }
    Function(
        "blobOutput-all", on: .queue("orders", of: String.self), returning: .blob("out/{id}", connection: "Storage")
    ) { text, _ in text }

    Function(
        "tableInput", on: .queue("orders", of: String.self), reading: .table("Orders", of: [JSONValue].self)
    ) { _, _, _ in }
    Function(
        "tableInput-row", on: .queue("orders", of: String.self),
        reading: .table("Orders", connection: "Storage", partitionKey: "p", rowKey: "{id}", of: JSONValue?.self)
    ) { _, _, _ in }
    Function(
        "tableInput-all", on: .queue("orders", of: String.self),
        reading: .table(
            "Orders", connection: "Storage", partitionKey: "p", filter: "Total gt 5", take: 10, of: [JSONValue].self)
    ) { _, _, _ in }
    Function("tableOutput", on: .queue("orders", of: JSONValue.self), returning: .table("Orders")) { order, _ in order }
    Function(
        "tableOutput-all", on: .queue("orders", of: JSONValue.self),
        returning: .table("Orders", connection: "Storage", partitionKey: "p", rowKey: "{id}")
    ) { order, _ in order }
}

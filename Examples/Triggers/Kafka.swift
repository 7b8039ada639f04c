// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let audit = Function(
    "audit",
    on: .kafka(
        "orders", brokers: ["%KAFKA_BROKERS%"], of: [KafkaEvent<Order>].self, consumerGroup: "audit",
        security: KafkaSecurity(
            brokerProtocol: .saslSSL, authenticationMode: .plain, username: "%KAFKA_USER%",
            password: "%KAFKA_PASSWORD%")),
    returning: .table("Audit", partitionKey: "orders")
) { events, _ in
    events.map { ["RowKey": "\($0.partition)-\($0.offset)", "Sku": $0.value.sku] }
}

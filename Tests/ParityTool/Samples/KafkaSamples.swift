// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

private let schemas = KafkaSchemas(
    avro: "{}", keyAvro: "{}", keyType: .long, registryURL: "%REGISTRY%", registryUsername: "%REGISTRY_USER%",
    registryPassword: "%REGISTRY_PASSWORD%")

private let security = KafkaSecurity(
    brokerProtocol: .saslSSL, authenticationMode: .scramSHA256, username: "%USER%", password: "%PASSWORD%",
    tls: KafkaTLS(
        keyLocation: "key.pem", caLocation: "ca.pem", certificateLocation: "certificate.pem",
        keyPassword: "%KEY_PASSWORD%", certificatePEM: "%CERTIFICATE%", keyPEM: "%KEY%", caPEM: "%CA%",
        certificateAndKeyPEM: "%CERTIFICATE_AND_KEY%"),
    oAuthBearer: KafkaOAuthBearer(
        method: .oidc, clientID: "client", clientSecret: "%SECRET%", scope: "scope",
        tokenEndpointURL: "https://login.example.com/token", extensions: "a=b"))

let kafkaSamples = Blueprint {
    Function("kafkaTrigger", on: .kafka("orders", brokers: ["%BROKERS%"], of: String.self)) { _, _ in }
    Function(
        "kafkaTrigger-all",
        on: .kafka(
            "orders", brokers: ["one:9092", "two:9092"], of: [KafkaEvent<String>].self, consumerGroup: "mine",
            eventHubConnection: "Hub", schemas: schemas, security: security, lagThreshold: 500)
    ) { _, _ in }
    Function(
        "kafkaOutput", on: .queue("orders", of: String.self), returning: .kafka("done", brokers: ["%BROKERS%"])
    ) { text, _ in text }
    Function(
        "kafkaOutput-all", on: .queue("orders", of: String.self),
        returning: .kafka(
            "done", brokers: ["one:9092", "two:9092"], schemas: schemas, security: security,
            maximumMessageBytes: 2_000_000, batchSize: 100, isIdempotent: true, messageTimeout: .seconds(30),
            requestTimeout: .seconds(3), maximumRetries: 7, linger: .milliseconds(20))
    ) { text, _ in text }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Documents of a Cosmos DB container: one for a value, several for an array, none for nil.
    ///
    /// Each is a JSON object; one with an `id` that is there is replaced. Texts inside that look like dates come out as
    /// the same moment in ISO 8601.
    ///
    /// - Parameters:
    ///   - container: The container; `%SETTING%` and `{expression}` are replaced.
    ///   - database: Its database.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - createsIfMissing: Whether the host creates database and container; its default is no.
    ///   - partitionKey: The path of the partition key of a container that the host creates.
    ///   - containerThroughput: Request units of a container that the host creates.
    ///   - preferredLocations: Regions in the order in which they are tried.
    /// - Returns: The output.
    public static func cosmosDB(
        _ container: String, database: String, connection: String, createsIfMissing: Bool? = nil,
        partitionKey: String? = nil, containerThroughput: Int? = nil, preferredLocations: [String]? = nil
    ) -> Output {
        Output(
            "cosmosDB",
            [
                "containerName": container, "databaseName": database, "connection": connection,
                "createIfNotExists": createsIfMissing, "partitionKey": partitionKey,
                "containerThroughput": containerThroughput,
                "preferredLocations": preferredLocations?.joined(separator: ","),
            ], as: .objects,
            problems: [
                BindingRules.name(container, "container"), BindingRules.name(database, "database"),
                BindingRules.connection(connection),
                BindingRules.number(containerThroughput, "containerThroughput", in: 1...Int(Int32.max)),
            ])
    }

    /// Documents of a collection, by extension version 3, for apps whose bundle is older than 4.
    ///
    /// - Parameters:
    ///   - collection: The collection; `%SETTING%` and `{expression}` are replaced.
    ///   - database: Its database.
    ///   - connection: The setting with the connection string.
    ///   - createsIfMissing: Whether the host creates database and collection; its default is no.
    ///   - partitionKey: The path of the partition key of a collection that the host creates.
    ///   - collectionThroughput: Request units of a collection that the host creates.
    ///   - usesMultipleWriteLocations: Whether the account writes in several regions.
    ///   - preferredLocations: Regions in the order in which they are tried.
    /// - Returns: The output.
    public static func cosmosDBv3(
        _ collection: String, database: String, connection: String, createsIfMissing: Bool? = nil,
        partitionKey: String? = nil, collectionThroughput: Int? = nil, usesMultipleWriteLocations: Bool? = nil,
        preferredLocations: [String]? = nil
    ) -> Output {
        Output(
            "cosmosDB",
            [
                "collectionName": collection, "databaseName": database, "connectionStringSetting": connection,
                "createIfNotExists": createsIfMissing, "partitionKey": partitionKey,
                "collectionThroughput": collectionThroughput,
                "useMultipleWriteLocations": usesMultipleWriteLocations,
                "preferredLocations": preferredLocations?.joined(separator: ","),
            ], as: .objects,
            problems: [
                BindingRules.name(collection, "collection"), BindingRules.name(database, "database"),
                BindingRules.connection(connection),
                BindingRules.number(collectionThroughput, "collectionThroughput", in: 1...Int(Int32.max)),
            ])
    }
}

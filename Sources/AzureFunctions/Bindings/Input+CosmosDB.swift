// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Input where Value: Decodable {
    /// A Cosmos DB document by its id (host contract §7.10).
    ///
    /// - Parameters:
    ///   - container: The container; `%SETTING%` and `{expression}` are replaced.
    ///   - database: Its database.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - id: The document's id, mostly an `{expression}`.
    ///   - partitionKey: The document's partition, mostly an `{expression}`.
    ///   - document: What the document is; an optional is nil when there is none, otherwise the invocation fails.
    ///   - preferredLocations: Regions in the order in which they are tried.
    /// - Returns: The input.
    public static func cosmosDB(
        _ container: String, database: String, connection: String, id: String, partitionKey: String? = nil,
        of document: Value.Type = Value.self, preferredLocations: [String]? = nil
    ) -> Input {
        cosmosDB(container, database, connection, ["id": id], partitionKey, preferredLocations)
    }

    /// Cosmos DB documents by a query (host contract §7.10).
    ///
    /// - Parameters:
    ///   - container: The container; `%SETTING%` and `{expression}` are replaced.
    ///   - database: Its database.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - query: The query in the SQL of Cosmos DB; `{expression}` becomes a parameter of it. Without one all documents
    ///     are read.
    ///   - partitionKey: The partition to read, mostly an `{expression}`.
    ///   - documents: An array of what a document is, such as `[Item].self`.
    ///   - preferredLocations: Regions in the order in which they are tried.
    /// - Returns: The input.
    public static func cosmosDB(
        _ container: String, database: String, connection: String, query: String? = nil,
        partitionKey: String? = nil, of documents: Value.Type = Value.self, preferredLocations: [String]? = nil
    ) -> Input {
        cosmosDB(container, database, connection, ["sqlQuery": query], partitionKey, preferredLocations)
    }

    /// A document by its id, by extension version 3, for apps whose bundle is older than 4.
    ///
    /// - Parameters:
    ///   - collection: The collection; `%SETTING%` and `{expression}` are replaced.
    ///   - database: Its database.
    ///   - connection: The setting with the connection string.
    ///   - id: The document's id, mostly an `{expression}`.
    ///   - partitionKey: The document's partition, mostly an `{expression}`.
    ///   - document: What the document is; an optional is nil when there is none, otherwise the invocation fails.
    /// - Returns: The input.
    public static func cosmosDBv3(
        _ collection: String, database: String, connection: String, id: String, partitionKey: String? = nil,
        of document: Value.Type = Value.self
    ) -> Input {
        cosmosDBv3(collection, database, connection, ["id": id], partitionKey)
    }

    /// Documents by a query, by extension version 3, for apps whose bundle is older than 4.
    ///
    /// - Parameters:
    ///   - collection: The collection; `%SETTING%` and `{expression}` are replaced.
    ///   - database: Its database.
    ///   - connection: The setting with the connection string.
    ///   - query: The query in the SQL of Cosmos DB; `{expression}` becomes a parameter of it. Without one all documents
    ///     are read.
    ///   - partitionKey: The partition to read, mostly an `{expression}`.
    ///   - documents: An array of what a document is, such as `[Item].self`.
    /// - Returns: The input.
    public static func cosmosDBv3(
        _ collection: String, database: String, connection: String, query: String? = nil, partitionKey: String? = nil,
        of documents: Value.Type = Value.self
    ) -> Input {
        cosmosDBv3(collection, database, connection, ["sqlQuery": query], partitionKey)
    }

    private static func cosmosDB(
        _ container: String, _ database: String, _ connection: String, _ choice: BindingFields,
        _ partitionKey: String?, _ preferredLocations: [String]?
    ) -> Input {
        let fields: BindingFields = [
            "containerName": container, "databaseName": database, "connection": connection,
            "partitionKey": partitionKey, "preferredLocations": preferredLocations?.joined(separator: ","),
        ]
        return Input(
            "cosmosDB", fields.merging(choice),
            problems: [
                BindingRules.name(container, "container"), BindingRules.name(database, "database"),
                BindingRules.connection(connection),
            ])
    }

    private static func cosmosDBv3(
        _ collection: String, _ database: String, _ connection: String, _ choice: BindingFields,
        _ partitionKey: String?
    ) -> Input {
        let fields: BindingFields = [
            "collectionName": collection, "databaseName": database, "connectionStringSetting": connection,
            "partitionKey": partitionKey,
        ]
        return Input(
            "cosmosDB", fields.merging(choice),
            problems: [
                BindingRules.name(collection, "collection"), BindingRules.name(database, "database"),
                BindingRules.connection(connection),
            ])
    }
}

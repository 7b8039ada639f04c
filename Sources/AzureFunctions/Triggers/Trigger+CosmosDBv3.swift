// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable & Sendable {
    /// The Cosmos DB trigger of extension version 3, for apps whose bundle is older than 4.
    ///
    /// With a current bundle use ``cosmosDB(_:database:connection:of:leaseContainer:leaseDatabase:leaseConnection:createsLeaseContainer:leaseContainerThroughput:leasePrefix:pollDelay:leaseAcquireInterval:leaseExpirationInterval:leaseRenewInterval:maximumItems:startsFromBeginning:startTime:preferredLocations:)``.
    ///
    /// - Parameters:
    ///   - collection: The collection to watch.
    ///   - database: Its database.
    ///   - connection: The setting with the connection string.
    ///   - documents: An array of what a document is, such as `[Item].self`.
    ///   - leaseCollection: The collection for leases; `leases` when nil.
    ///   - leaseDatabase: Its database; `database` when nil.
    ///   - leaseConnection: The setting for it; `connection` when nil.
    ///   - createsLeaseCollection: Whether the host creates the collection for leases; its default is no.
    ///   - leaseCollectionThroughput: Request units of a collection for leases that the host creates.
    ///   - leasePrefix: Told apart by it, several functions may share a collection for leases.
    ///   - checkpointInterval: The time between checkpoints; after every invocation when nil.
    ///   - checkpointDocumentCount: Documents between checkpoints; after every invocation when nil.
    ///   - pollDelay: The time between polls of a partition without changes; 5 s when nil.
    ///   - leaseAcquireInterval: The time between checks that partitions are spread evenly; 13 s when nil.
    ///   - leaseExpirationInterval: The time after which a lease that was not renewed is free; 60 s when nil.
    ///   - leaseRenewInterval: The time between renewals; 17 s when nil.
    ///   - maximumItems: The most documents in one invocation.
    ///   - startsFromBeginning: Whether changes made before the first lease are seen too.
    ///   - preferredLocations: Regions in the order in which they are tried.
    /// - Returns: The trigger.
    public static func cosmosDBv3(
        _ collection: String, database: String, connection: String, of documents: Payload.Type = Payload.self,
        leaseCollection: String? = nil, leaseDatabase: String? = nil, leaseConnection: String? = nil,
        createsLeaseCollection: Bool? = nil, leaseCollectionThroughput: Int? = nil, leasePrefix: String? = nil,
        checkpointInterval: Duration? = nil, checkpointDocumentCount: Int? = nil, pollDelay: Duration? = nil,
        leaseAcquireInterval: Duration? = nil, leaseExpirationInterval: Duration? = nil,
        leaseRenewInterval: Duration? = nil, maximumItems: Int? = nil, startsFromBeginning: Bool? = nil,
        preferredLocations: [String]? = nil
    ) -> Trigger {
        Trigger(
            "cosmosDBTrigger", "documents",
            [
                "collectionName": collection, "databaseName": database, "connectionStringSetting": connection,
                "leaseCollectionName": leaseCollection, "leaseDatabaseName": leaseDatabase,
                "leaseConnectionStringSetting": leaseConnection,
                "createLeaseCollectionIfNotExists": createsLeaseCollection,
                "leasesCollectionThroughput": leaseCollectionThroughput, "leaseCollectionPrefix": leasePrefix,
                "checkpointInterval": checkpointInterval?.milliseconds,
                "checkpointDocumentCount": checkpointDocumentCount, "feedPollDelay": pollDelay?.milliseconds,
                "leaseAcquireInterval": leaseAcquireInterval?.milliseconds,
                "leaseExpirationInterval": leaseExpirationInterval?.milliseconds,
                "leaseRenewInterval": leaseRenewInterval?.milliseconds, "maxItemsPerInvocation": maximumItems,
                "startFromBeginning": startsFromBeginning,
                "preferredLocations": preferredLocations?.joined(separator: ","),
            ],
            problems: [
                BindingRules.name(collection, "collection"), BindingRules.name(database, "database"),
                BindingRules.connection(connection), BindingRules.connection(leaseConnection, "leaseConnection"),
                BindingRules.milliseconds(checkpointInterval, "checkpointInterval"),
                BindingRules.milliseconds(pollDelay, "pollDelay"),
                BindingRules.milliseconds(leaseAcquireInterval, "leaseAcquireInterval"),
                BindingRules.milliseconds(leaseExpirationInterval, "leaseExpirationInterval"),
                BindingRules.milliseconds(leaseRenewInterval, "leaseRenewInterval"),
                BindingRules.number(maximumItems, "maximumItems", in: 1...Int(Int32.max)),
                BindingRules.number(checkpointDocumentCount, "checkpointDocumentCount", in: 1...Int(Int32.max)),
                BindingRules.number(leaseCollectionThroughput, "leaseCollectionThroughput", in: 1...Int(Int32.max)),
            ])
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials

extension Trigger where Payload: Decodable & Sendable {
    /// Documents of a Cosmos DB container that were created or changed (host contract §7.10).
    ///
    /// Deletions are not seen. The host moves on past changes whose function threw: use a retry policy.
    ///
    /// - Parameters:
    ///   - container: The container to watch.
    ///   - database: Its database.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - documents: An array of what a document is, such as `[Item].self`.
    ///   - leaseContainer: The container for leases; `leases` when nil.
    ///   - leaseDatabase: Its database; `database` when nil.
    ///   - leaseConnection: The setting for it; `connection` when nil.
    ///   - createsLeaseContainer: Whether the host creates the container for leases; its default is no.
    ///   - leaseContainerThroughput: Request units of a container for leases that the host creates.
    ///   - leasePrefix: Told apart by it, several functions may share a container for leases.
    ///   - pollDelay: The time between polls of a partition without changes; 5 s when nil.
    ///   - leaseAcquireInterval: The time between checks that partitions are spread evenly; 13 s when nil.
    ///   - leaseExpirationInterval: The time after which a lease that was not renewed is free; 60 s when nil.
    ///   - leaseRenewInterval: The time between renewals; 17 s when nil.
    ///   - maximumItems: The most documents in one invocation.
    ///   - startsFromBeginning: Whether changes made before the first lease are seen too.
    ///   - startTime: The moment from which changes are seen, instead of that of the first lease.
    ///   - preferredLocations: Regions in the order in which they are tried.
    /// - Returns: The trigger.
    public static func cosmosDB(
        _ container: String, database: String, connection: String, of documents: Payload.Type = Payload.self,
        leaseContainer: String? = nil, leaseDatabase: String? = nil, leaseConnection: String? = nil,
        createsLeaseContainer: Bool? = nil, leaseContainerThroughput: Int? = nil, leasePrefix: String? = nil,
        pollDelay: Duration? = nil, leaseAcquireInterval: Duration? = nil, leaseExpirationInterval: Duration? = nil,
        leaseRenewInterval: Duration? = nil, maximumItems: Int? = nil, startsFromBeginning: Bool? = nil,
        startTime: Date? = nil, preferredLocations: [String]? = nil
    ) -> Trigger {
        Trigger(
            "cosmosDBTrigger", "documents",
            [
                "containerName": container, "databaseName": database, "connection": connection,
                "leaseContainerName": leaseContainer, "leaseDatabaseName": leaseDatabase,
                "leaseConnection": leaseConnection, "createLeaseContainerIfNotExists": createsLeaseContainer,
                "leasesContainerThroughput": leaseContainerThroughput, "leaseContainerPrefix": leasePrefix,
                "feedPollDelay": pollDelay?.milliseconds, "leaseAcquireInterval": leaseAcquireInterval?.milliseconds,
                "leaseExpirationInterval": leaseExpirationInterval?.milliseconds,
                "leaseRenewInterval": leaseRenewInterval?.milliseconds, "maxItemsPerInvocation": maximumItems,
                "startFromBeginning": startsFromBeginning, "startFromTime": startTime?.formatted(.iso8601),
                "preferredLocations": preferredLocations?.joined(separator: ","),
            ],
            problems: [
                BindingRules.name(container, "container"), BindingRules.name(database, "database"),
                BindingRules.connection(connection), BindingRules.connection(leaseConnection, "leaseConnection"),
                BindingRules.milliseconds(pollDelay, "pollDelay"),
                BindingRules.milliseconds(leaseAcquireInterval, "leaseAcquireInterval"),
                BindingRules.milliseconds(leaseExpirationInterval, "leaseExpirationInterval"),
                BindingRules.milliseconds(leaseRenewInterval, "leaseRenewInterval"),
                BindingRules.number(maximumItems, "maximumItems", in: 1...Int(Int32.max)),
                BindingRules.number(leaseContainerThroughput, "leaseContainerThroughput", in: 1...Int(Int32.max)),
                startsFromBeginning == true && startTime != nil
                    ? Problem.Draft(.binding, "startsFromBeginning and startTime exclude each other.") : nil,
            ])
    }
}

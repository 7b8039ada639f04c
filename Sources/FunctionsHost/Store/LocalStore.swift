// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB

/// What stands in for Azure's storage on this machine: one SQLite file and a folder of blobs.
///
/// A write has reached the disk when ``write(_:)`` returns. Hosts may share a store, as instances in Azure do.
final class LocalStore: Sendable {
    /// The store does not grow beyond this; a write that needs more fails.
    private static let maximumSize = 2 << 30
    private static let pageSize = 4_096

    let directory: String
    let signals = StoreSignals()
    private let pool: DatabasePool
    private let lock: StoreLock

    /// Opens a store, and creates its folder where there is none.
    ///
    /// Unless another host uses it, messages that a killed host had taken are free again.
    ///
    /// - Throws: ``HostError`` when it cannot be opened.
    init(directory: String, now: Date) throws(HostError) {
        self.directory = directory
        do {
            try FileManager.default.createDirectory(atPath: directory + "/blobs", withIntermediateDirectories: true)
            // Nobody should commit it by accident.
            let ignore = directory + "/.gitignore"
            if !FileManager.default.fileExists(atPath: ignore) { try Data("*\n".utf8).write(to: URL(filePath: ignore)) }
        } catch {
            throw Self.failure(directory, "\(error)")
        }
        do {
            lock = try StoreLock(path: directory + "/lock")
            var configuration = Configuration()
            configuration.label = "functions-host.store"
            configuration.busyMode = .timeout(10)
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try db.execute(sql: "PRAGMA max_page_count = \(Self.maximumSize / Self.pageSize)")
            }
            pool = try DatabasePool(path: directory + "/store.sqlite", configuration: configuration)
            try StoreSchema.migrator.migrate(pool)
            if lock.isAlone { try pool.write { db in try StoreTransaction(db).recover(now: now) } }
            lock.share()
        } catch {
            throw Self.failure(directory, "\(error)")
        }
    }

    var blobs: BlobFolder { BlobFolder(root: directory + "/blobs") }

    /// Reads from one state of the store.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (StoreTransaction) throws -> Result
    ) async throws(StoreError) -> Result {
        do {
            return try await pool.read { db in try body(StoreTransaction(db)) }
        } catch {
            throw StoreError(error)
        }
    }

    /// Changes the store, all or nothing, and wakes who waits for the change.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (inout StoreTransaction) throws -> Result
    ) async throws(StoreError) -> Result {
        do {
            // Not a child task: an invocation that is over may be acknowledged while the host is being cancelled.
            let (result, touched) = try await Task { [pool] in
                try await pool.write { db in
                    var transaction = StoreTransaction(db)
                    let result = try body(&transaction)
                    return (result, transaction.touched)
                }
            }.value
            for key in touched { signals.wake(key) }
            return result
        } catch {
            throw StoreError(error)
        }
    }

    private static func failure(_ directory: String, _ reason: String) -> HostError {
        HostError(
            .localStore,
            "The local store \(directory) cannot be used: \(reason). Make the folder writable, or remove it to start "
                + "with an empty one.")
    }
}

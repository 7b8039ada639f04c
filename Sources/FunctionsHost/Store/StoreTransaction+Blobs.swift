// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import GRDB
import StrictJSON

extension StoreTransaction {
    /// Notes what the file of a blob cannot say.
    mutating func describe(_ file: BlobFile, contentType: String, metadata: JSONObject = [:]) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO blob (container, path, etag, contentType, metadata) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [file.name.container, file.name.path, file.etag, contentType, Self.text(metadata)])
        touch(.blobs)
    }

    /// What was noted for a version of a blob; nil for a file that somebody put there by hand.
    func description(of file: BlobFile) throws -> (contentType: String, metadata: JSONObject)? {
        try Row.fetchOne(
            db, sql: "SELECT contentType, metadata FROM blob WHERE container = ? AND path = ? AND etag = ?",
            arguments: [file.name.container, file.name.path, file.etag]
        ).map { row in
            let metadata: String = row["metadata"]
            return (row["contentType"], (try? JSONValue(parsing: Array(metadata.utf8)))?.object ?? [:])
        }
    }

    /// Whether a function has been given a version of a blob.
    func hasReceipt(_ function: String, for file: BlobFile) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT 1 FROM blobReceipt WHERE function = ? AND container = ? AND path = ? AND etag = ?",
            arguments: [function, file.name.container, file.name.path, file.etag]) ?? false
    }

    func addReceipt(_ function: String, for file: BlobFile) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO blobReceipt (function, container, path, etag) VALUES (?, ?, ?, ?)",
            arguments: [function, file.name.container, file.name.path, file.etag])
    }
}

extension StoreTransaction {
    /// The versions that a function was given, by path.
    func receipts(of function: String, container: String) throws -> [String: String] {
        try Row.fetchAll(
            db, sql: "SELECT path, etag FROM blobReceipt WHERE function = ? AND container = ?",
            arguments: [function, container]
        ).reduce(into: [:]) { $0[$1["path"]] = $1["etag"] as String }
    }
}

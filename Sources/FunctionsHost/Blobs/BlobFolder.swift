// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Blobs as files, a folder for each container.
///
/// People may put files there by hand.
struct BlobFolder: Sendable {
    /// Never taken for blobs: a file that is being written.
    private static let temporarySuffix = ".swift-func-part"
    /// A container with more files is cut off here.
    static let maximumFiles = 50_000

    let root: String

    func path(of blob: BlobName) -> String { "\(root)/\(blob.container)/\(blob.path)" }

    /// The content; nil when there is no such blob.
    func read(_ blob: BlobName) throws(StoreError) -> [UInt8]? {
        guard let file = stat(blob) else { return nil }
        try StoreLimits.check(file.size, StoreLimits.blob, "The blob \(blob)")
        return FileManager.default.contents(atPath: path(of: blob)).map(Array.init)
    }

    /// Writes a blob: nobody sees half of it, and it is on the disk when this returns.
    func write(_ bytes: [UInt8], to blob: BlobName) throws(StoreError) {
        try StoreLimits.check(bytes.count, StoreLimits.blob, "The blob \(blob)")
        let target = path(of: blob)
        let folder = String(target.prefix(upTo: target.lastIndex(of: "/") ?? target.endIndex))
        let part = target + "." + UUID().uuidString + Self.temporarySuffix
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let file = try FileDescriptor.open(
                FilePath(part), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try file.closeAfter {
                try file.writeAll(bytes)
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
            guard rename(part, target) == 0 else { throw Errno(rawValue: errno) }
            let directory = try FileDescriptor.open(FilePath(folder), .readOnly, options: [.closeOnExec])
            try directory.closeAfter { _ = fsync(directory.rawValue) }
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw StoreError(.broken, "The blob \(blob) cannot be written: \(error)")
        }
    }

    /// Removes a blob.
    ///
    /// - Returns: Whether there was one.
    func remove(_ blob: BlobName) -> Bool {
        guard stat(blob) != nil else { return false }
        return (try? FileManager.default.removeItem(atPath: path(of: blob))) != nil
    }

    /// The containers, sorted.
    func containers() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).filter { name in
            BlobName.isContainer(name) && status("\(root)/\(name)")?.type == .directory
        }.sorted()
    }

    /// The blobs of a container, sorted by path; links are not followed.
    func list(_ container: String) -> [BlobFile] {
        var found: [BlobFile] = []
        var folders = [""]
        while let folder = folders.popLast(), found.count < Self.maximumFiles {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(container)/\(folder)")) ?? []
            for name in names where !name.hasSuffix(Self.temporarySuffix) {
                let path = folder.isEmpty ? name : folder + "/" + name
                guard let status = status("\(root)/\(container)/\(path)") else { continue }
                if status.type == .directory {
                    folders.append(path)
                } else if let blob = try? BlobName(container: container, path: path),
                    let file = BlobFile(blob, status)
                {
                    found.append(file)
                }
            }
        }
        return found.sorted { $0.name.path < $1.name.path }
    }

    /// What is known of a blob; nil when there is none.
    func stat(_ blob: BlobName) -> BlobFile? {
        status(path(of: blob)).flatMap { BlobFile(blob, $0) }
    }

    private func status(_ path: String) -> Stat? {
        try? Stat(FilePath(path), followTargetSymlink: false)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Subprocess
import SystemPackage

/// A folder's files in a zip, with their modes; the same files give the same bytes.
enum ZipArchive {
    /// Writes the archive in place of one that may be there.
    ///
    /// - Returns: The entries, sorted.
    /// - Throws: ``CommandError`` when `zip` is missing or fails.
    static func write(_ folder: String, to output: String) async throws -> [String] {
        let entries = SourceSnapshot([folder]).files.keys.map { String($0.dropFirst(folder.count + 1)) }.sorted()
        let manager = FileManager.default
        // Any moment will do, if it is always the same one.
        let moment = Date(timeIntervalSince1970: 946_684_800)
        for entry in entries {
            try manager.setAttributes([.modificationDate: moment], ofItemAtPath: folder + "/" + entry)
        }
        let draft = output + ".\(UUID().uuidString.lowercased())"
        let result: ExecutionResult<Void, DiscardedOutput, StringOutput<UTF8>>
        do {
            result = try await Subprocess.run(
                .name("zip"), arguments: ["-q", "-X", "-@", draft], environment: .inherit.updating(["TZ": "UTC"]),
                workingDirectory: FilePath(folder), input: .string(entries.map { $0 + "\n" }.joined()),
                output: .discarded, error: .string(limit: 64 << 10))
        } catch {
            throw CommandError("zip cannot be run (\(error)). Install it, such as with \"apt-get install zip\".")
        }
        // It adds a suffix to a name without one.
        let made = manager.fileExists(atPath: draft) ? draft : draft + ".zip"
        guard result.terminationStatus.isSuccess, rename(made, output) else {
            try? manager.removeItem(atPath: made)
            throw CommandError("\(output) cannot be written: \(result.standardError)")
        }
        return entries
    }

    private static func rename(_ source: String, _ target: String) -> Bool {
        try? FileManager.default.removeItem(atPath: target)
        return (try? FileManager.default.moveItem(atPath: source, toPath: target)) != nil
    }
}

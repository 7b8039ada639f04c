// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

extension TenantDirectory {
    /// Reads a directory file.
    ///
    /// - Parameter path: The file; at most 1 MiB.
    /// - Throws: ``TenantDirectoryError`` with every problem, or ``TenantStateError`` when the file cannot be read.
    public init(contentsOf path: String) throws {
        guard let text = try PrivateFile.read(path) else {
            throw TenantStateError(.fileUnreadable, "\(path) does not exist; write one with the built-in tenant first")
        }
        try self.init(json: text, file: path)
    }

    /// Writes the directory as a readable file that only its owner may read.
    ///
    /// - Parameter path: The file; replaced as a whole when it is there.
    /// - Throws: ``TenantStateError`` when it cannot be written.
    public func write(to path: String) throws(TenantStateError) {
        try PrivateFile.replace(path, with: json.serialized(.pretty) + [UInt8(ascii: "\n")])
    }
}

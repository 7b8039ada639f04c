// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A blob: a container and a path in it.
struct BlobName: Sendable, Hashable, CustomStringConvertible {
    let container: String
    let path: String

    var description: String { container + "/" + path }

    /// A blob of `container/path`.
    ///
    /// - Throws: ``StoreError`` for names that are none, or that would leave the folder of blobs.
    init(_ text: String) throws(StoreError) {
        let trimmed = text.drop { $0 == "/" }
        let container = trimmed.prefix { $0 != "/" }
        try self.init(container: String(container), path: String(trimmed.dropFirst(container.count + 1)))
    }

    init(container: String, path: String) throws(StoreError) {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard Self.isContainer(container), path.utf8.count <= 1_024, !segments.isEmpty,
            segments.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 }),
            !path.utf8.contains(0)
        else {
            throw StoreError(
                .invalid,
                "'\(container)/\(path)' is no blob: a container has lower-case letters, digits and hyphens, and a path "
                    + "has no empty segment, '.' or '..'.")
        }
        self.container = container
        self.path = path
    }

    static func isContainer(_ name: String) -> Bool {
        name.wholeMatch(of: /[a-z0-9$][a-z0-9\-]{0,62}/) != nil
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where in the source something is declared, for messages.
public struct DeclarationSite: Sendable, Hashable, CustomStringConvertible {
    /// `Module/File.swift`.
    public let fileID: String
    /// The line, from 1.
    public let line: UInt

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - fileID: `#fileID`.
    ///   - line: `#line`.
    public init(fileID: StaticString, line: UInt) {
        self.fileID = "\(fileID)"
        self.line = line
    }

    /// `Module/File.swift:12`.
    public var description: String { "\(fileID):\(line)" }
}

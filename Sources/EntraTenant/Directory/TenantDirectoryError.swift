// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Everything that is wrong with a directory file.
public struct TenantDirectoryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One thing that is wrong, and where.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// The line, from 1.
        public let line: Int
        /// The column in bytes, from 1.
        public let column: Int
        /// What is wrong and what to write instead.
        public let message: String

        /// `line:column: message`.
        public var description: String { "\(line):\(column): \(message)" }
    }

    /// The file's name as it was given.
    public let file: String
    /// The problems in the order of the file.
    public let problems: [Problem]

    /// One line for every problem: `file:line:column: message`.
    public var description: String {
        problems.map { "\(file):\($0)" }.joined(separator: "\n")
    }
}

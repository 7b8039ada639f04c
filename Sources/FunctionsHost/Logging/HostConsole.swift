// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where a host's log lines go.
public protocol HostConsole: Sendable {
    /// Takes a line of the log.
    ///
    /// - Parameter entry: The line.
    func log(_ entry: HostLogEntry)
}

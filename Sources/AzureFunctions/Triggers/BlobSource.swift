// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How the host learns that a blob was created or changed.
public enum BlobSource: String, Sendable, Hashable {
    /// Events of the storage account: fast, and the only way on the Flex Consumption plan; needs an event subscription.
    case eventGrid = "EventGrid"
    /// The storage logs and a scan of the container: needs nothing, but takes up to minutes.
    case logsAndContainerScan = "LogsAndContainerScan"
}

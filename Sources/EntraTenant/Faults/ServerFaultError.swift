// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A fault was set for a document that cannot have it.
public struct ServerFaultError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Which fault and which document it is for.
    public let description: String

    init(_ fault: ServerFault, for document: LocalTenant.Document) {
        description = "the fault \"\(fault)\" is one of the document \(document); set it for .\(document)"
    }
}

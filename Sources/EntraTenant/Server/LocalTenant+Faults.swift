// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Faults of a running tenant.
extension LocalTenant {
    /// Makes the server of a document misbehave, or behave again.
    ///
    /// Requests under way are answered as they were begun.
    ///
    /// - Parameters:
    ///   - fault: The fault, in place of one that was set before; nil for none.
    ///   - document: The document; v1.0 and v2.0 forms have the same fault.
    /// - Throws: ``ServerFaultError`` when the fault is one of another document; nothing changes then.
    public func setFault(_ fault: ServerFault?, for document: Document) throws(ServerFaultError) {
        if let fault, let only = fault.onlyDocument, only != document { throw ServerFaultError(fault, for: only) }
        core.faults.set(fault, for: document)
    }

    /// How often a document was asked for while it had a fault.
    ///
    /// - Parameter document: The document.
    /// - Returns: Requests since the start; ``requestCount(of:)`` counts the others.
    public func faultCount(of document: Document) -> Int { core.faults.total(document) }

    /// How many connections a fault holds at the moment; none is left once all clients have gone.
    public var heldConnections: Int { core.faults.heldConnections }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable & Sendable {
    /// An event of a managed connector.
    ///
    /// - Parameter event: What the event holds: `String` for its text, else its JSON.
    /// - Returns: The trigger.
    public static func connector(of event: Payload.Type = Payload.self) -> Trigger {
        Trigger("connectorTrigger", "event") { try $0.decode(Payload.self) }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable {
    /// A message of a storage queue (host contract §7.5).
    ///
    /// `DequeueCount`, `Id`, `PopReceipt`, `InsertionTime`, `ExpirationTime` and `NextVisibleTime` are in
    /// ``InvocationContext/metadata``.
    ///
    /// - Parameters:
    ///   - queue: The queue; `%SETTING%` is replaced by a setting's value.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - message: What a message is: `String` for its text, `[UInt8]` for its bytes, else its JSON.
    /// - Returns: The trigger.
    public static func queue(
        _ queue: String, connection: String = "AzureWebJobsStorage", of message: Payload.Type = Payload.self
    ) -> Trigger {
        Trigger(
            "queueTrigger", "message", ["queueName": queue, "connection": connection],
            problems: [BindingRules.name(queue, "queue"), BindingRules.connection(connection)])
    }
}

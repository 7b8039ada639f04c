// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable {
    /// A blob that is created or changed (host contract §7.6).
    ///
    /// The handler learns the blob's name from the placeholders of the path, and its address and properties from
    /// ``BindingValues/blob``. A blob whose function failed five times is named in the queue `webjobs-blobtrigger-poison`.
    ///
    /// - Parameters:
    ///   - path: Container and name such as `uploads/{name}.csv`; `%SETTING%` is replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - source: How the host learns of blobs; by looking for them when nil.
    ///   - content: What the blob holds: `[UInt8]` for its bytes, `String` for its UTF-8 text, else its JSON.
    /// - Returns: The trigger.
    public static func blob(
        _ path: String, connection: String = "AzureWebJobsStorage", source: BlobSource? = nil,
        of content: Payload.Type = Payload.self
    ) -> Trigger {
        // The host sends bytes in base64 whatever is asked for; asking for them keeps it so.
        Trigger(
            "blobTrigger", "blob",
            ["path": path, "connection": connection, "source": source?.rawValue, "dataType": "binary"],
            problems: [BindingRules.name(path, "path"), BindingRules.connection(connection)]
        ) { try PayloadDecoder.decodeContent(Payload.self, from: $0) }
    }
}

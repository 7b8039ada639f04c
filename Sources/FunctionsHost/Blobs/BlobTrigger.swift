// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What a `blobTrigger` gives to its function (host contract §7.6).
struct BlobTrigger: Sendable {
    static let poisonQueue = "webjobs-blobtrigger-poison"

    let pattern: BlobPattern
    let binding: FunctionBinding

    /// - Throws: ``StoreError`` for a path that is none.
    init(_ binding: FunctionBinding) throws(StoreError) {
        pattern = try BlobPattern(binding.text("path") ?? "")
        self.binding = binding
    }

    /// The message that stands for a version of a blob on its way to a function.
    static func message(_ file: BlobFile, function: String) -> NewMessage {
        let body: JSONValue = [
            "FunctionId": .string("Functions.\(function)"), "BlobType": "BlockBlob",
            "ContainerName": .string(file.name.container), "BlobName": .string(file.name.path),
            "ETag": .string(file.etag),
        ]
        return NewMessage(body: body.serialized(), timeToLive: .seconds(365 * 86_400))
    }

    /// The version of a blob that a message stands for; nil when there is a later one, or none.
    static func file(_ message: StoredMessage, in folder: BlobFolder) -> BlobFile? {
        guard let json = try? JSONValue(parsing: message.body), let container = json["ContainerName"]?.string,
            let path = json["BlobName"]?.string, let name = try? BlobName(container: container, path: path),
            let file = folder.stat(name), file.etag == json["ETag"]?.string
        else { return nil }
        return file
    }

    /// The input for a version of a blob, with what was noted when it was written.
    func input(
        _ file: BlobFile, content: [UInt8], description: (contentType: String, metadata: JSONObject)?,
        message: StoredMessage?
    ) -> TriggerInput {
        let name = file.name
        var metadata = BindingData()
        metadata.set("BlobTrigger", WireValue.encode(.string(name.description)))
        metadata.set("Uri", WireValue.encode(.string("https://local.blob.core.windows.net/\(name)")))
        metadata.set(
            "Properties",
            [
                "LastModified": .string(HostDate.seconds(file.modified)), "ContentLength": .integer(Int64(file.size)),
                "ContentType": .string(description?.contentType ?? "application/octet-stream"),
                "ETag": .string(file.etag), "BlobType": 0,
            ])
        metadata.set("Metadata", .object(description?.metadata ?? [:]))
        for part in pattern.match(name.path) ?? [] { metadata.set(part.name, WireValue.encode(.string(part.value))) }
        let origin = message.map { message in
            "MessageId: \(message.id), DequeueCount: \(message.dequeueCount), InsertionTime: "
                + "\(HostDate.seconds(message.inserted)), "
        }
        return TriggerInput(
            data: .string(Data(content).base64EncodedString()), metadata: metadata,
            reason: "New blob detected(LogsAndContainerScan): \(name)",
            details: (origin ?? "") + "BlobLastModified: \(HostDate.seconds(file.modified))")
    }

    func listener(_ function: FunctionMetadata, invoker: Invoker, store: LocalStore) -> MailboxListener {
        let settings = invoker.configuration.extensions.blobs
        return MailboxListener(
            function: function, mailbox: .blobTrigger(function.name),
            policy: MailboxPolicy(
                batchSize: settings.maxDegreeOfParallelism, newBatchThreshold: settings.maxDegreeOfParallelism - 1,
                maximumRunning: settings.maxDegreeOfParallelism, maximumDeliveries: settings.poisonBlobThreshold,
                retryDelay: { _ in .zero }, lease: invoker.lease, deadLetters: .queue(Self.poisonQueue),
                deadLetterLine:
                    "Message has reached MaxDequeueCount of \(settings.poisonBlobThreshold). Moving message "
                    + "to queue '\(Self.poisonQueue)'."),
            invoker: invoker, store: store
        ) { messages in
            guard let message = messages.first, let file = Self.file(message, in: store.blobs) else { return nil }
            return await input(file, message: message, store: store)
        }
    }

    /// Reads a blob and makes the input of it; nil when it has vanished.
    func input(_ file: BlobFile, message: StoredMessage?, store: LocalStore) async -> TriggerInput? {
        let description = (try? await store.read { try $0.description(of: file) }) ?? nil
        do throws(StoreError) {
            guard let content = try store.blobs.read(file.name) else { return nil }
            return input(file, content: content, description: description, message: message)
        } catch {
            var failed = input(file, content: [], description: description, message: message)
            failed.failure = InvocationFailure(error.message)
            return failed
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Runs functions by hand, as `POST /admin/functions/NAME` does (host contract §6.3).
struct ManualTriggers: Sendable {
    let functions: [FunctionMetadata]
    let timers: [TimerRunner]
    let invoker: Invoker
    let store: LocalStore?

    /// Nil for a function that does not exist or is called by HTTP.
    func invocation(of name: String, input: String?) -> (@Sendable () async -> Void)? {
        guard let function = functions.first(where: { $0.name.lowercased() == name.lowercased() }),
            function.http == nil
        else { return nil }
        if let timer = timers.first(where: { $0.name == function.name }) {
            return { await timer.fire(reason: Invoker.apiReason) }
        }
        return {
            var value = await self.input(function, text: input ?? "")
            value.reason = Invoker.apiReason
            value.details = nil
            _ = await invoker.trigger(function, value)
        }
    }

    /// The trigger's value, made of a text.
    private func input(_ function: FunctionMetadata, text: String) async -> TriggerInput {
        let binding = function.triggerBinding
        let bytes = Array(text.utf8)
        let now = invoker.clock.now
        let json = try? JSONValue(parsing: bytes)
        switch binding.type.lowercased() {
        case "queuetrigger":
            let queue = binding.text("queueName") ?? ""
            return QueueTrigger(queue: queue, binding: binding).input(StoredMessage(body: bytes, now: now))
        case "servicebustrigger":
            let bodies = bodies(text, json, binding)
            if let trigger = ServiceBusTrigger(binding) {
                return trigger.input(bodies.map { StoredMessage(body: $0, now: now) })
            }
        case "eventhubtrigger":
            let bodies = bodies(text, json, binding)
            if let trigger = EventHubTrigger(binding) {
                return trigger.input(bodies.map { StoredEvent(body: $0, now: now) })
            }
        case "kafkatrigger":
            let bodies = bodies(text, json, binding)
            if let trigger = KafkaTrigger(binding) {
                return trigger.input(bodies.map { StoredEvent(body: $0, now: now) })
            }
        case "eventgridtrigger":
            let events = json?.array ?? json.map { [$0] } ?? [.string(text)]
            return EventGridTrigger(binding: binding).input(events)
        case "cosmosdbtrigger":
            if let trigger = DocumentTrigger(binding) {
                return trigger.input(json?.array ?? json.map { [$0] } ?? [], now: now)
            }
        case "blobtrigger":
            return await blob(text, binding)
        case "timertrigger", "warmuptrigger":
            return TriggerInput(data: json?.object.map(JSONValue.object) ?? [:], reason: "")
        case "signalrtrigger":
            if let object = json?.object { return TriggerInput(data: .object(object), reason: "") }
        default:
            break
        }
        var input = TriggerInput(data: TriggerValue.one(bytes, binding), reason: "")
        input.metadata.overlay(bytes)
        return input
    }

    /// The messages of a text: its elements when the function takes many and the text is an array.
    private func bodies(_ text: String, _ json: JSONValue?, _ binding: FunctionBinding) -> [[UInt8]] {
        guard TriggerValue.isMany(binding), let elements = json?.array else { return [Array(text.utf8)] }
        return elements.map { $0.string.map { Array($0.utf8) } ?? $0.serialized() }
    }

    /// The host takes the text for `container/path`.
    private func blob(_ text: String, _ binding: FunctionBinding) async -> TriggerInput {
        do throws(StoreError) {
            let name = try BlobName(text)
            if let store, let file = store.blobs.stat(name),
                let input = try await BlobTrigger(binding).input(file, message: nil, store: store)
            {
                return input
            }
            throw StoreError(.invalid, "There is no blob '\(name)' in the local store.")
        } catch {
            return TriggerInput(data: .null, reason: "", failure: InvocationFailure(error.message))
        }
    }
}

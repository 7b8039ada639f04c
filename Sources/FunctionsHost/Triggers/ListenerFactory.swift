// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Makes the listeners of functions.
struct ListenerFactory {
    let invoker: Invoker
    let store: LocalStore?

    /// What listens for a function; nothing for HTTP, timers, and triggers without a stand-in.
    func listeners(_ function: FunctionMetadata) -> [any TriggerListener] {
        let binding = function.triggerBinding
        let type = binding.type.lowercased()
        if type == "warmuptrigger" { return [WarmupListener(function: function, invoker: invoker)] }
        guard let store else { return [] }
        let extensions = invoker.configuration.extensions
        switch type {
        case "queuetrigger":
            guard let queue = binding.text("queueName")?.lowercased() else { return [] }
            let trigger = QueueTrigger(queue: queue, binding: binding)
            return [trigger.listener(function, settings: extensions.queues, invoker: invoker, store: store)]
        case "servicebustrigger":
            guard let trigger = ServiceBusTrigger(binding) else { return [] }
            return [trigger.listener(function, settings: extensions.serviceBus, invoker: invoker, store: store)]
        case "eventhubtrigger":
            return EventHubTrigger(binding).map { [$0.listener(function, invoker: invoker, store: store)] } ?? []
        case "kafkatrigger":
            return KafkaTrigger(binding).map { [$0.listener(function, invoker: invoker, store: store)] } ?? []
        case "eventgridtrigger":
            return [EventGridTrigger(binding: binding).listener(function, invoker: invoker, store: store)]
        case "cosmosdbtrigger":
            guard let trigger = DocumentTrigger(binding) else { return [] }
            return [DocumentListener(function: function, trigger: trigger, invoker: invoker, store: store)]
        case "blobtrigger":
            guard let trigger = try? BlobTrigger(binding) else { return [] }
            return [
                BlobScanner(function: function, trigger: trigger, invoker: invoker, store: store),
                trigger.listener(function, invoker: invoker, store: store),
            ]
        default:
            return []
        }
    }
}

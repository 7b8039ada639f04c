// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging

extension TriggerSet {
    /// Makes the subscriptions of functions known, so that topics have them from the start.
    func prepare(_ store: LocalStore?, log: HostLog) async {
        let subscriptions = functions.compactMap { ServiceBusTrigger($0.triggerBinding)?.topic }
        guard let store, !subscriptions.isEmpty else { return }
        do throws(StoreError) {
            try await store.write { transaction in
                for topic in subscriptions { try transaction.subscribe(topic.subscription, to: topic.name) }
            }
        } catch {
            log.host(.error, error.message)
        }
    }

    /// Says which triggers do not fire here, and which would behave otherwise in Azure.
    static func report(_ functions: [FunctionMetadata], log: HostLog) {
        let silent = functions.filter { !isEmulated($0.triggerBinding.type) }
        if !silent.isEmpty {
            let names = silent.map { "\($0.name) (\($0.triggerBinding.type))" }.joined(separator: ", ")
            log.host(
                .warning,
                "These triggers are not emulated: \(names). Call such a function with \"swift-func invoke NAME\", or with "
                    + "POST /admin/functions/NAME.")
        }
        var owners: [String: String] = [:]
        for function in functions where !function.isDisabled {
            guard function.triggerBinding.type.lowercased() == "eventhubtrigger",
                let trigger = EventHubTrigger(function.triggerBinding)
            else { continue }
            let key = "\(trigger.hub)/\(trigger.consumerGroup)".lowercased()
            if let other = owners[key] {
                log.quirk(
                    .sharedConsumerGroup, function.name,
                    "'\(function.name)' and '\(other)' read '\(trigger.hub)' as the consumer group "
                        + "'\(trigger.consumerGroup)'. In Azure each event would reach only one of them; here it reaches "
                        + "both. Give each a consumer group of its own.")
            }
            owners[key] = function.name
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a trigger must say, checked at discovery.
enum TriggerRules {
    /// - Throws: ``FunctionInError`` for a trigger that could never fire.
    static func check(_ binding: FunctionBinding) throws(FunctionInError) {
        do throws(StoreError) {
            switch binding.type.lowercased() {
            case "queuetrigger": _ = try QueueName.check(binding.text("queueName") ?? "")
            case "servicebustrigger" where ServiceBusTrigger(binding) == nil:
                throw StoreError(.invalid, "A serviceBusTrigger needs queueName, or topicName and subscriptionName.")
            case "eventhubtrigger" where EventHubTrigger(binding) == nil:
                throw StoreError(.invalid, "An eventHubTrigger needs eventHubName.")
            case "kafkatrigger" where KafkaTrigger(binding) == nil:
                throw StoreError(.invalid, "A kafkaTrigger needs topic.")
            case "cosmosdbtrigger" where DocumentTrigger(binding) == nil:
                throw StoreError(.invalid, "A cosmosDBTrigger needs databaseName and containerName.")
            case "blobtrigger": _ = try BlobTrigger(binding)
            default: break
            }
        } catch {
            throw FunctionInError(error.message)
        }
    }
}

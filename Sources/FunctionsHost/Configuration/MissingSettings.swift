// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What an app would miss under Core Tools and in Azure, though this host does without (host contract §11.2).
enum MissingSettings {
    /// The connection that triggers and bindings of a kind use unless they name one.
    private static let storageTypes: Set = ["queuetrigger", "queue", "blobtrigger", "blob", "table"]
    /// These triggers need no storage account.
    private static let free: Set = [
        "httptrigger", "kafkatrigger", "rabbitmqtrigger", "activitytrigger", "orchestrationtrigger", "entitytrigger",
    ]

    static func warnings(_ functions: [FunctionMetadata], settings: [String: String]) -> [String] {
        var warnings: [String] = []
        if settings["FUNCTIONS_WORKER_RUNTIME"] == nil {
            warnings.append(
                "FUNCTIONS_WORKER_RUNTIME is not set: Core Tools would ask for it. Set it to \"custom\" in local.settings.json."
            )
        }
        var named: [String: [String]] = [:]
        for function in functions {
            for connection in Set(function.bindings.compactMap(connection)) where !isThere(connection, settings) {
                named[connection, default: []].append(function.name)
            }
        }
        let needsStorage = functions.contains { !free.contains($0.triggerBinding.type.lowercased()) }
        if needsStorage, !isThere("AzureWebJobsStorage", settings), named["AzureWebJobsStorage"] == nil {
            named["AzureWebJobsStorage"] = []
        }
        for (name, functions) in named.sorted(by: { $0.key < $1.key }) {
            let users = functions.isEmpty ? "the host" : functions.sorted().joined(separator: ", ")
            warnings.append(
                "Cannot find value named '\(name)' in local.settings.json (for \(users)). The local store does without it; "
                    + "Core Tools and Azure do not.")
        }
        return warnings
    }

    private static func connection(_ binding: FunctionBinding) -> String? {
        if let name = binding.json["connection"]?.string, !name.isEmpty { return name }
        return storageTypes.contains(binding.type.lowercased()) ? "AzureWebJobsStorage" : nil
    }

    /// A setting, a connection string, or the members of an identity.
    private static func isThere(_ name: String, _ settings: [String: String]) -> Bool {
        let names = [name, "AzureWebJobs" + name, "ConnectionStrings:" + name]
        return names.contains { settings[$0]?.isEmpty == false }
            || settings.keys.contains { key in names.contains { key.hasPrefix($0 + "__") } }
    }
}

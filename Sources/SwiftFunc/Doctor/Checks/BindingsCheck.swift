// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Whether host.json and the settings have what the functions' bindings need.
struct BindingsCheck: DoctorCheck {
    /// These need no storage account (host contract §11.2).
    private static let storageFree: Set = ["httptrigger", "kafkatrigger", "rabbitmqtrigger"]
    /// The host brings these along; all others come with the extension bundle (host contract §1.5).
    private static let builtIn: Set = ["httptrigger", "http", "timertrigger", "warmuptrigger"]

    func run(_ scene: DoctorScene) async -> [Finding] {
        guard !scene.functions.isEmpty else { return [] }
        return bundle(scene) + connections(scene) + placeholders(scene) + transport(scene)
    }

    private func bundle(_ scene: DoctorScene) -> [Finding] {
        let foreign = scene.functions.filter { function in
            function.bindings.contains { !Self.builtIn.contains($0["type"]?.string?.lowercased() ?? "") }
        }
        guard let first = foreign.first, let json = scene.hostJSON, json["extensionBundle"] == nil else { return [] }
        return [
            .failed(
                "extensions", "host.json names no extension bundle, which \"\(first.name)\" needs.",
                #"Add "extensionBundle": {"id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)"}."#
            )
        ]
    }

    private func connections(_ scene: DoctorScene) -> [Finding] {
        var users: [String: [String]] = [:]
        for function in scene.functions {
            for binding in function.bindings {
                if let name = binding["connection"]?.string, !name.isEmpty {
                    users[name, default: []].append(function.name)
                }
            }
            let trigger = function.bindings.compactMap { $0["type"]?.string?.lowercased() }.first {
                $0.hasSuffix("trigger")
            }
            if let trigger, !Self.storageFree.contains(trigger) {
                users["AzureWebJobsStorage", default: []].append(function.name)
            }
        }
        let missing = users.sorted { $0.key < $1.key }.filter { !Self.isSet($0.key, scene.settings) }
        guard missing.isEmpty else {
            return missing.map { name, functions in
                let list = Set(functions).sorted().joined(separator: ", ")
                return .failed(
                    "connections", "The setting \"\(name)\" is missing, which \(list) needs.",
                    "Set it to a connection string, or \"\(name)__serviceUri\" and the like for an identity.")
            }
        }
        return users.isEmpty ? [] : [.ok("connections", users.keys.sorted().joined(separator: ", "))]
    }

    /// A setting, its form with a prefix, a connection string, or parts of an identity-based connection.
    static func isSet(_ name: String, _ settings: [String: String]) -> Bool {
        settings.keys.contains { key in
            [name, "AzureWebJobs" + name, "ConnectionStrings:" + name].contains(key)
                || key.hasPrefix(name + "__") || key.hasPrefix(name + ":")
        }
    }

    /// `%NAME%` in bindings (host contract §6.5).
    private func placeholders(_ scene: DoctorScene) -> [Finding] {
        scene.functions.flatMap { function in
            function.bindings.flatMap { binding in
                (binding.object ?? [:]).flatMap { member in
                    (member.value.string ?? "").matches(of: /%([^%]+)%/).map { String($0.1) }
                }
            }.filter { scene.settings[$0] == nil }.map { name in
                .failed(
                    "settings", "'%\(name)%' of \"\(function.name)\" does not resolve to a value.", "Set \(name).")
            }
        }
    }

    private func transport(_ scene: DoctorScene) -> [Finding] {
        let handler = scene.hostJSON?["customHandler"]
        let isForwarding = handler?["enableForwardingHttpRequest"]?.bool == true
        guard isForwarding || handler?["enableProxyingHttpRequest"]?.bool == true else { return [] }
        let mode = isForwarding ? "enableForwardingHttpRequest" : "enableProxyingHttpRequest"
        let enveloped = scene.functions.filter { function in
            let types = function.bindings.compactMap { $0["type"]?.string?.lowercased() }
            return types.contains("httptrigger") && types.count != 2
        }
        guard let first = enveloped.first else { return [.ok("transport", mode)] }
        return [
            .warning(
                "transport", "\(mode) is on, but \"\(first.name)\" has further bindings and still gets envelopes.",
                "Nothing to do with this package's handler; one of your own must serve POST /\(first.name), too.")
        ]
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON

/// The functions of an app, and those in error (host contract §5).
struct FunctionDiscovery: Sendable {
    /// Sorted by name without case.
    let functions: [FunctionMetadata]
    let errors: [(name: String, message: String)]

    /// The errors as the host logs them.
    var messages: [String] { errors.map { "The '\($0.name)' function is in error: \($0.message)" } }

    init(appRoot: String, configuration: HostConfiguration, settings: [String: String]) throws(HostError) {
        let reader = FunctionReader(settings: settings, routePrefix: configuration.routePrefix)
        let manager = FileManager.default
        let names = ((try? manager.contentsOfDirectory(atPath: appRoot)) ?? []).filter {
            manager.fileExists(atPath: "\(appRoot)/\($0)/function.json")
        }
        var found = DiscoveredFunctions()
        if configuration.routes.isEmpty {
            let allowed = Set(configuration.functions.map { $0.lowercased() })
            for name in Self.sorted(names, by: \.self) where allowed.isEmpty || allowed.contains(name.lowercased()) {
                found.add(name) { () throws(FunctionInError) in
                    try reader.read(name: name, directory: "\(appRoot)/\(name)")
                }
            }
        } else {
            guard names.isEmpty else {
                throw HostError(
                    .hostConfiguration,
                    "customHandler.http.routes and function.json files exclude each other; found: "
                        + names.sorted().joined(separator: ", ") + ".")
            }
            Self.addRoutes(configuration, reader, to: &found)
        }
        functions = Self.sorted(found.functions, by: \.name)
        errors = found.errors
    }

    /// Functions declared in host.json (host contract §5.4).
    private static func addRoutes(
        _ configuration: HostConfiguration, _ reader: FunctionReader, to found: inout DiscoveredFunctions
    ) {
        for (index, route) in configuration.routes.enumerated() {
            let name = "http-handler\(index + 1)"
            found.add(name) { () throws(FunctionInError) in
                guard route.template.contains(where: { $0 != " " }) else {
                    throw FunctionInError("The route of entry \(index + 1) in customHandler.http.routes is blank.")
                }
                return try reader.function(
                    name: name,
                    json: [
                        "bindings": [
                            [
                                "type": "httpTrigger", "direction": "in", "name": "req",
                                "authLevel": .string(route.authLevel), "route": .string(route.template),
                            ],
                            ["type": "http", "direction": "out", "name": "res"],
                        ]
                    ])
            }
        }
    }

    /// Ordinal order without case, as .NET's `OrdinalIgnoreCase` (host contract §5.1).
    private static func sorted<Element>(_ elements: [Element], by name: (Element) -> String) -> [Element] {
        elements.map { (key: Array(name($0).uppercased().utf16), element: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON

/// The functions of an app, and those in error (host contract §5).
struct FunctionDiscovery: Sendable {
    /// Sorted by name without case.
    private(set) var functions: [FunctionMetadata] = []
    private(set) var errors: [(name: String, message: String)] = []

    /// The errors as the host logs them.
    var messages: [String] { errors.map { "The '\($0.name)' function is in error: \($0.message)" } }

    init(appRoot: String, configuration: HostConfiguration, settings: [String: String]) throws(HostError) {
        let reader = FunctionReader(settings: settings, routePrefix: configuration.routePrefix)
        let manager = FileManager.default
        let names = ((try? manager.contentsOfDirectory(atPath: appRoot)) ?? []).filter {
            manager.fileExists(atPath: "\(appRoot)/\($0)/function.json")
        }
        if configuration.routes.isEmpty {
            for name in names.sorted(by: Self.precedes) where Self.isAllowed(name, configuration) {
                add(name) { () throws(FunctionInError) in
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
            try addRoutes(configuration, settings: settings, reader)
        }
        functions.sort { Self.precedes($0.name, $1.name) }
    }

    /// Functions declared in host.json (host contract §5.4).
    private mutating func addRoutes(
        _ configuration: HostConfiguration, settings: [String: String], _ reader: FunctionReader
    ) throws(HostError) {
        for (index, route) in configuration.routes.enumerated() {
            let name = "http-handler\(index + 1)"
            add(name) { () throws(FunctionInError) in
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

    private mutating func add(_ name: String, _ read: () throws(FunctionInError) -> FunctionMetadata) {
        do throws(FunctionInError) {
            let function = try read()
            if let other = functions.first(where: { $0.name.lowercased() == name.lowercased() }) {
                throw FunctionInError("A function with the name '\(other.name)' exists already; names ignore case.")
            }
            if let other = functions.first(where: { Self.conflict($0, function) }) {
                throw FunctionInError(
                    "The route specified conflicts with the route defined by function '\(other.name)'.")
            }
            functions.append(function)
        } catch {
            errors.append((name, error.message))
        }
    }

    private static func conflict(_ first: FunctionMetadata, _ second: FunctionMetadata) -> Bool {
        guard let one = first.http, let two = second.http else { return false }
        let methods = one.methods.isEmpty || two.methods.isEmpty || !Set(one.methods).isDisjoint(with: two.methods)
        return methods && routeKey(one.template.text) == routeKey(two.template.text)
    }

    private static func routeKey(_ text: String) -> String {
        text.split(separator: "/", omittingEmptySubsequences: true).joined(separator: "/").lowercased()
    }

    private static func isAllowed(_ name: String, _ configuration: HostConfiguration) -> Bool {
        configuration.functions.isEmpty
            || configuration.functions.contains { $0.lowercased() == name.lowercased() }
    }

    /// Ordinal order without case, as .NET's `OrdinalIgnoreCase` (host contract §5.1).
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.uppercased().utf16.lexicographicallyPrecedes(right.uppercased().utf16)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import StrictJSON

/// The functions as the host sees them: through their function.json files (host contract §5.1, §5.2).
struct EmulatedFunctions: Sendable {
    let isPlainHTTP: Bool
    private let functions: [EmulatedFunction]
    private let routes: RouteTable<EmulatedFunction>

    init(_ manifest: Manifest, host: HostConfiguration) throws {
        isPlainHTTP = host.httpMode != .envelope
        let functions = try manifest.files.map {
            try EmulatedFunction(name: $0.name, json: JSONValue(parsing: $0.bytes))
        }
        self.functions = functions
        routes = RouteTable(
            try functions.filter { $0.trigger.type == "httpTrigger" }.map { function in
                let route = function.route.drop { $0 == "/" }
                let text = host.routePrefix.isEmpty ? String(route) : "\(host.routePrefix)/\(route)"
                return (try RouteTemplate(text), function.methods, function)
            })
    }

    func function(named name: String) -> EmulatedFunction? {
        functions.first { $0.name.lowercased() == name.lowercased() }
    }

    func match(_ method: HTTPRequest.Method, _ target: String) -> (EmulatedFunction, RouteValues)? {
        let path = String(target.prefix { $0 != "?" })
        return routes.match(method: method.rawValue, path: path).map { ($0.value, $0.parameters) }
    }
}

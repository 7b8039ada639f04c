// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

/// Functions as they are found; the first of a name, and of a route and method, is loaded (host contract §5.1, §5.2).
struct DiscoveredFunctions {
    private(set) var functions: [FunctionMetadata] = []
    private(set) var errors: [(name: String, message: String)] = []
    /// By name in lower case.
    private var byName: [String: FunctionMetadata] = [:]
    /// By route in lower case.
    private var byRoute: [String: [FunctionMetadata]] = [:]

    /// Adds a function, or its error.
    mutating func add(_ name: String, _ read: () throws(FunctionInError) -> FunctionMetadata) {
        do throws(FunctionInError) {
            let function = try read()
            if let other = byName[name.lowercased()] {
                throw FunctionInError("A function with the name '\(other.name)' exists already; names ignore case.")
            }
            if let http = function.http { try addRoute(http, of: function) }
            byName[name.lowercased()] = function
            functions.append(function)
        } catch {
            errors.append((name, error.message))
        }
    }

    private mutating func addRoute(_ http: FunctionMetadata.HTTP, of function: FunctionMetadata) throws(FunctionInError)
    {
        let key = http.template.text.split(separator: "/", omittingEmptySubsequences: true).joined(separator: "/")
            .lowercased()
        if let other = byRoute[key]?.first(where: { $0.http.map { Self.shareMethod($0, http) } == true }) {
            throw FunctionInError("The route specified conflicts with the route defined by function '\(other.name)'.")
        }
        byRoute[key, default: []].append(function)
    }

    private static func shareMethod(_ one: FunctionMetadata.HTTP, _ two: FunctionMetadata.HTTP) -> Bool {
        one.methods.isEmpty || two.methods.isEmpty || !Set(one.methods).isDisjoint(with: two.methods)
    }
}

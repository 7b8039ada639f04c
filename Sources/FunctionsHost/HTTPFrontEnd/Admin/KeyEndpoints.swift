// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// `/admin/host/{keys|functionkeys|systemkeys}` and `/admin/functions/{name}/keys` (host contract §6.3).
struct KeyEndpoints: Sendable {
    private static let master = "_master"

    let keys: KeyRing

    /// The answer for the keys of a scope.
    ///
    /// - Parameters:
    ///   - method: The request's method.
    ///   - scope: Where the keys open.
    ///   - name: The key's name; nil for all of them.
    ///   - url: The endpoint's own address, for links.
    ///   - body: The request's body.
    /// - Returns: The answer; nil for a method that the endpoint does not know.
    func answer(_ method: String, _ scope: KeyScope, name: String?, url: String, body: [UInt8]) -> HTTPAnswer? {
        switch (method, name) {
        case ("GET", nil): .json(Self.linked(["keys": .array(list(scope))], url))
        case ("GET", let name?): value(scope, name).map { .json(Self.linked(Self.key(name, $0), url)) } ?? .notFound
        case ("POST", let name?): set(nil, scope, name, url)
        case ("PUT", let name?): put(body, scope, name, url)
        case ("DELETE", let name?): delete(scope, name)
        default: nil
        }
    }

    private func list(_ scope: KeyScope) -> [JSONValue] {
        keys.keys(scope).sorted { $0.key < $1.key }.map { .object(Self.key($0.key, $0.value)) }
    }

    private func value(_ scope: KeyScope, _ name: String) -> String? {
        if scope == .system, name == Self.master { return keys.master }
        return keys.keys(scope)[name]
    }

    private func put(_ body: [UInt8], _ scope: KeyScope, _ name: String, _ url: String) -> HTTPAnswer {
        guard let value = (try? JSONValue(parsing: body))?["value"]?.string, !value.isEmpty else {
            return .text("Invalid key value", status: 400)
        }
        return set(value, scope, name, url)
    }

    private func set(_ value: String?, _ scope: KeyScope, _ name: String, _ url: String) -> HTTPAnswer {
        if name.lowercased() == Self.master, scope == .system || scope == .hostFunctions {
            return .json(Self.linked(Self.key(name, keys.setMaster(value)), url))
        }
        guard let result = keys.set(value, named: name, in: scope) else { return HTTPAnswer(status: 409) }
        var answer = HTTPAnswer.json(Self.linked(Self.key(name, result.value), url))
        if result.change == .created { answer.status = 201 }
        return answer
    }

    private func delete(_ scope: KeyScope, _ name: String) -> HTTPAnswer {
        // The names of the host's own keys begin so.
        if name.hasPrefix("_") { return .text("Invalid key name.", status: 400) }
        return keys.remove(name, from: scope) ? HTTPAnswer(status: 204) : .notFound
    }

    private static func key(_ name: String, _ value: String) -> JSONObject {
        ["name": .string(name), "value": .string(value)]
    }

    private static func linked(_ object: JSONObject, _ url: String) -> JSONValue {
        var object = object
        object["links"] = [["rel": "self", "href": .string(url)]]
        return .object(object)
    }
}

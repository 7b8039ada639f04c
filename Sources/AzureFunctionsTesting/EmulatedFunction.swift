// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// One function.json.
struct EmulatedFunction: Sendable {
    struct Binding: Sendable {
        let type: String
        let name: String
        let dataType: String?
        let cardinality: String?

        init(_ json: JSONValue) {
            type = json["type"]?.string ?? ""
            name = json["name"]?.string ?? ""
            dataType = json["dataType"]?.string
            cardinality = json["cardinality"]?.string
        }
    }

    let name: String
    let trigger: Binding
    let inputs: [Binding]
    let route: String
    /// In upper case; empty for all.
    let methods: Set<String>
    /// The name of the `http` output.
    let response: String
    /// Such functions are forwarded or proxied (host contract §4.1).
    let isHTTPInAndOut: Bool

    init(name: String, json: JSONValue) throws(InvocationFailure) {
        let bindings = json["bindings"]?.array ?? []
        guard let trigger = bindings.first(where: { Binding($0).type.hasSuffix("Trigger") }) else {
            throw InvocationFailure(status: 500, message: "function.json of \(name) has no trigger.")
        }
        self.name = name
        self.trigger = Binding(trigger)
        route = trigger["route"]?.string ?? name
        methods = Set(trigger["methods"]?.array?.compactMap { $0.string?.uppercased() } ?? [])
        let others = bindings.filter { $0 != trigger }
        inputs = others.filter { $0["direction"] == "in" }.map(Binding.init)
        response = others.map(Binding.init).first { $0.type == "http" }?.name ?? "res"
        isHTTPInAndOut = others.count == 1 && others.first?["type"] == "http"
    }
}

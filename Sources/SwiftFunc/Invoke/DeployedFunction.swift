// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A function as a host describes it at `/admin/functions/{name}` (host contract §6.3).
struct DeployedFunction: Equatable, Sendable {
    let name: String
    /// The methods of an HTTP function in upper case, empty for all; nil for another trigger.
    let methods: [String]?
    /// The route template with its prefix, without a slash at the start.
    let route: String
    let trigger: String

    /// Nil when the document is none of that kind.
    init?(_ json: JSONValue) {
        guard let name = json["name"]?.string,
            let binding = json["config"]?["bindings"]?.array?.first(where: {
                $0["type"]?.string?.lowercased().hasSuffix("trigger") == true
            }), let trigger = binding["type"]?.string
        else { return nil }
        self.name = name
        self.trigger = trigger
        guard trigger.lowercased() == "httptrigger" else {
            methods = nil
            route = ""
            return
        }
        methods = (binding["methods"]?.array ?? []).compactMap { $0.string?.uppercased() }
        let url = json["invoke_url_template"]?.string ?? ""
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        route = String(afterScheme.drop { $0 != "/" }.drop { $0 == "/" })
    }

    /// The method to use when nobody says one.
    func method(hasBody: Bool) -> String {
        guard let methods, !methods.isEmpty else { return hasBody ? "POST" : "GET" }
        let preferred = hasBody ? "POST" : "GET"
        return methods.contains(preferred) ? preferred : methods[0]
    }
}

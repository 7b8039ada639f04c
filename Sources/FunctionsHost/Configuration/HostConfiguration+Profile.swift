// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension HostConfiguration {
    private static let profiles = ["mcp-custom-handler", "web-app-custom-handler"]

    /// Sets the defaults of `configurationProfile` (host contract §1.2).
    ///
    /// - Returns: Whether the profile makes the runtime `custom`.
    static func applyProfile(_ tree: inout SettingTree) throws(InvalidSetting) -> Bool {
        let name = tree["configurationProfile"] ?? ""
        if ["", "default"].contains(name.lowercased()) { return false }
        guard profiles.contains(name.lowercased()) else {
            throw InvalidSetting(
                "configurationProfile",
                "The configuration profile \"\(name)\" is not supported. Supported are: default, "
                    + profiles.joined(separator: ", ") + ".")
        }
        tree.setDefault("true", at: "customHandler:enableProxyingHttpRequest")
        tree.setDefault("", at: "extensions:http:routePrefix")
        tree.setDefault("{*route}", at: "customHandler:http:routes:0:route")
        return true
    }

    /// The functions that host.json declares by itself (host contract §5.4).
    static func routes(
        _ tree: SettingTree, section: String, isCustomRuntime: Bool
    ) throws(InvalidSetting) -> [Route] {
        let level = tree[section + ":http:defaultAuthorizationLevel"] ?? "function"
        let root = section + ":http:routes"
        let routes = (0..<tree.count(root)).map { index in
            Route(
                template: tree["\(root):\(index):route"] ?? "",
                authLevel: tree["\(root):\(index):authorizationLevel"] ?? level)
        }
        guard routes.isEmpty || isCustomRuntime else {
            throw InvalidSetting(
                root,
                "customHandler.http.routes needs the custom runtime. Set FUNCTIONS_WORKER_RUNTIME to \"custom\" in "
                    + "local.settings.json and in the app's settings.")
        }
        return routes
    }
}

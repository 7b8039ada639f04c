// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `extensions.http` of host.json (host contract §1.5).
struct HTTPOptions: Sendable {
    let routePrefix: String
    /// More requests at once are answered with 429; nil means unlimited.
    let maximumOutstandingRequests: Int?
    /// More requests at once wait; nil means unlimited.
    let maximumConcurrentRequests: Int?
    /// On every answer.
    let customHeaders: [(name: String, value: String)]
    let warnings: [String]

    init(_ tree: SettingTree) throws(InvalidSetting) {
        let root = "extensions:http"
        routePrefix = tree[root + ":routePrefix"] ?? "api"
        func limit(_ name: String) throws(InvalidSetting) -> Int? {
            let number = try tree.number("\(root):\(name)", in: -1...1_000_000)
            guard number != 0 else {
                throw InvalidSetting("\(root):\(name)", "\(root):\(name) of host.json is 0; write -1 for no limit.")
            }
            return number == -1 ? nil : number
        }
        maximumOutstandingRequests = try limit("maxOutstandingRequests")
        maximumConcurrentRequests = try limit("maxConcurrentRequests")
        customHeaders = tree.children(of: root + ":customHeaders")
        var warnings: [String] = []
        if tree.bool(root + ":dynamicThrottlesEnabled") == true {
            warnings.append(
                "extensions.http.dynamicThrottlesEnabled is not emulated: a local machine has not the limits of a plan."
            )
        }
        if tree.bool(root + ":hsts:isEnabled") == true {
            warnings.append("extensions.http.hsts has no effect here: a local host speaks http.")
        }
        self.warnings = warnings
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
package import StrictJSON

/// What the handler needs to know of host.json (host contract §1).
package struct HostConfiguration: Sendable, Equatable {
    /// How HTTP functions without other bindings are called.
    package enum HTTPMode: Sendable {
        /// Envelopes only.
        case envelope
        /// Plain HTTP, buffered: `enableForwardingHttpRequest`.
        case forwarding
        /// Plain HTTP, streamed: `enableProxyingHttpRequest`.
        case proxying
    }

    package var httpMode = HTTPMode.envelope
    package var routePrefix = "api"
    /// Whether the app's folder names neither an extension bundle nor extensions of its own.
    package var lacksExtensions = false
    /// After this the host kills the whole process; nil for never (host contract §1.5, §3.3).
    package var functionTimeout: Duration? = .seconds(30 * 60)

    /// The host's defaults.
    package init() {}

    /// Reads host.json, with overrides from settings named `AzureFunctionsJobHost__…` (host contract §1.1).
    package init(json: JSONValue, settings: AppSettings) {
        let root = "AzureFunctionsJobHost__"
        let profile = settings[root + "configurationProfile"] ?? json["configurationProfile"]?.string ?? ""
        let isWebProfile = ["mcp-custom-handler", "web-app-custom-handler"].contains(profile.lowercased())
        let handler = json["customHandler"]
        func flag(_ name: String, default value: Bool) -> Bool {
            settings.bool(root + "customHandler__" + name) ?? handler?[name]?.bool ?? value
        }
        // The preview name of the section still forwards simple HTTP requests (host contract §4.1).
        let isLegacy = handler == nil && json["httpWorker"] != nil
        if flag("enableProxyingHttpRequest", default: isWebProfile) {
            httpMode = .proxying
        } else if flag("enableForwardingHttpRequest", default: isLegacy) {
            httpMode = .forwarding
        }
        routePrefix =
            settings[root + "extensions__http__routePrefix"]
            ?? json["extensions"]?["http"]?["routePrefix"]?.string ?? (isWebProfile ? "" : "api")
        functionTimeout = FunctionTimeout.read(json, settings)
    }

    /// Reads host.json from an app's folder; a folder without one has the host's defaults.
    package static func load(from folder: String, settings: AppSettings) throws(ConfigurationError) -> HostConfiguration
    {
        let path = folder + "/host.json"
        guard let data = FileManager.default.contents(atPath: path) else {
            return HostConfiguration(json: [:], settings: settings)
        }
        do throws(JSONError) {
            let json = try JSONValue(parsing: Array(data))
            var host = HostConfiguration(json: json, settings: settings)
            let own = ["bin/extensions.json", "extensions.csproj"]
            host.lacksExtensions =
                json["extensionBundle"] == nil && settings["AzureFunctionsJobHost__extensionBundle__id"] == nil
                && !own.contains { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
            return host
        } catch {
            let problem = Problem(.hostConfiguration, "\(path):\(error.line):\(error.column): \(error.code).")
            throw ConfigurationError(problem)
        }
    }
}

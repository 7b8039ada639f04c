// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// host.json with its overrides (host contract §1).
struct HostConfiguration: Sendable {
    /// How HTTP functions without other bindings reach the handler (host contract §4.1).
    enum HTTPMode: Sendable { case envelope, forwarding, proxying }

    /// An entry of `customHandler.http.routes`.
    struct Route: Sendable {
        let template: String
        let authLevel: String
    }

    private static let defaultBodySize = 104_857_600

    /// host.json as it is on disk; nil without the file.
    private(set) var json: JSONValue?
    /// Every setting, for the options of extensions.
    let tree: SettingTree
    /// Nil without a `customHandler` section.
    let description: HandlerDescription?
    let isLegacySection: Bool
    let httpMode: HTTPMode
    let followsRedirects: Bool
    let initializationTimeout: Duration
    let handlerPort: Int?
    let routes: [Route]
    let http: HTTPOptions
    /// Nil means unlimited.
    let functionTimeout: Duration?
    /// The names that are allowed; empty means all.
    let functions: [String]
    let maximumBodySize: Int
    let extensionBundle: (id: String, version: String)?
    /// For functions without a policy of their own.
    let retry: RetryPolicy?
    /// `extensions`, but for `http`.
    let extensions: ExtensionSettings
    /// What the user should know.
    let warnings: [String]

    var routePrefix: String { http.routePrefix }

    /// How long a call to the handler may take: the function's time and a minute (host contract §4.2).
    var callTimeout: Duration { functionTimeout.map { $0 + .seconds(60) } ?? .milliseconds(Int(Int32.max)) }

    /// Reads host.json of an app.
    ///
    /// - Throws: ``HostError`` with the file and the line; the host does not start then.
    static func load(appRoot: String, environment: [String: String]) throws(HostError) -> HostConfiguration {
        let path = appRoot + "/host.json"
        let data = FileManager.default.contents(atPath: path)
        let text = data.map(Array.init) ?? Array(#"{"version":"2.0"}"#.utf8)
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: text)
        } catch {
            throw HostError(
                .hostConfiguration,
                "Unable to parse host configuration file: \(path):\(error.line):\(error.column): \(error.code).")
        }
        let tree = SettingTree(json, environment: environment)
        do throws(InvalidSetting) {
            var configuration = try HostConfiguration(tree, appRoot: appRoot, environment: environment)
            if data != nil { configuration.json = json }
            return configuration
        } catch {
            throw error.error(in: path, text: text, variable: tree.variable(for: error.path))
        }
    }

    private init(_ settings: SettingTree, appRoot: String, environment: [String: String]) throws(InvalidSetting) {
        var tree = settings
        guard tree["version"] == "2.0" else {
            throw InvalidSetting("version", "host.json needs \"version\": \"2.0\".")
        }
        let isCustomProfile = try Self.applyProfile(&tree)
        var warnings = tree.warnings
        isLegacySection = !tree.hasSection("customHandler") && tree.hasSection("httpWorker")
        if tree.hasSection("httpWorker") {
            warnings.append(
                isLegacySection
                    ? "Section httpWorker will be deprecated. Please use customHandler section."
                    : "Both httpWorker and customHandler sections are specified in host.json. customHandler wins.")
        }
        let section = isLegacySection ? "httpWorker" : "customHandler"
        let hasSection = tree.hasSection(section)
        description =
            hasSection
            ? try HandlerDescription(tree, section: section, appRoot: appRoot, environment: environment) : nil
        if let type = tree[section + ":type"], type.lowercased() != "http" {
            warnings.append("CustomHandlerType \(type) is not supported. Using http instead.")
        }
        let isForwarding = isLegacySection || tree.bool(section + ":enableForwardingHttpRequest") == true
        let isProxying = tree.bool(section + ":enableProxyingHttpRequest") == true
        httpMode = isProxying ? .proxying : isForwarding ? .forwarding : .envelope
        followsRedirects = !isForwarding
        initializationTimeout = try tree.duration(section + ":initializationTimeout") ?? .seconds(30)
        handlerPort = try tree.number(section + ":port", in: 1...65_535)
        let runtime = environment["FUNCTIONS_WORKER_RUNTIME"]?.lowercased()
        routes = try Self.routes(tree, section: section, isCustomRuntime: isCustomProfile || runtime == "custom")
        http = try HTTPOptions(tree)
        functionTimeout =
            tree["functionTimeout"] == "-1" ? nil : try tree.duration("functionTimeout") ?? .seconds(30 * 60)
        functions = tree.list("functions")
        maximumBodySize =
            environment["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"].flatMap(Int.init).map { max(0, $0) }
            ?? Self.defaultBodySize
        extensionBundle = tree["extensionBundle:id"].map { ($0, tree["extensionBundle:version"] ?? "") }
        retry = try Self.retry(tree)
        extensions = try ExtensionSettings(tree)
        self.tree = tree
        self.warnings = warnings + http.warnings
    }

    private static func retry(_ tree: SettingTree) throws(InvalidSetting) -> RetryPolicy? {
        guard tree.hasSection("retry") else { return nil }
        do throws(InvalidRetryPolicy) {
            return try RetryPolicy { tree["retry:\($0)"] }
        } catch {
            throw InvalidSetting("retry:" + error.member, error.message)
        }
    }
}

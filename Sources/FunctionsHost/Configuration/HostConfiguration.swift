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

    /// Nil without a `customHandler` section.
    let description: HandlerDescription?
    let isLegacySection: Bool
    let httpMode: HTTPMode
    let followsRedirects: Bool
    let initializationTimeout: Duration
    let handlerPort: Int?
    let routes: [Route]
    let routePrefix: String
    /// Nil means unlimited.
    let functionTimeout: Duration?
    /// The names that are allowed; empty means all.
    let functions: [String]
    /// More requests at once are answered with 429; nil means unlimited.
    let maximumOutstandingRequests: Int?
    let maximumBodySize: Int
    /// For functions without a policy of their own.
    let retry: RetryPolicy?
    /// `extensions`, but for `http`.
    let extensions: ExtensionSettings
    /// What the user should know.
    let warnings: [String]

    /// How long a call to the handler may take: the function's time and a minute (host contract §4.2).
    var callTimeout: Duration { functionTimeout.map { $0 + .seconds(60) } ?? .milliseconds(Int(Int32.max)) }

    /// Reads host.json of an app.
    static func load(appRoot: String, environment: [String: String]) throws(HostError) -> HostConfiguration {
        let path = appRoot + "/host.json"
        guard let data = FileManager.default.contents(atPath: path) else {
            return try HostConfiguration(["version": "2.0"], appRoot: appRoot, environment: environment)
        }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: Array(data))
        } catch {
            throw HostError(.hostConfiguration, "\(path):\(error.line):\(error.column): \(error.code).")
        }
        return try HostConfiguration(json, appRoot: appRoot, environment: environment)
    }

    init(_ json: JSONValue, appRoot: String, environment: [String: String]) throws(HostError) {
        var tree = SettingTree(json, environment: environment)
        guard tree["version"] == "2.0" else {
            throw HostError(.hostConfiguration, "host.json needs \"version\": \"2.0\".")
        }
        try Self.applyProfile(&tree)
        var warnings: [String] = []
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
        let isForwarding = isLegacySection || tree.bool(section + ":enableForwardingHttpRequest") == true
        httpMode =
            tree.bool(section + ":enableProxyingHttpRequest") == true
            ? .proxying : isForwarding ? .forwarding : .envelope
        followsRedirects = !isForwarding
        initializationTimeout = try Self.duration(tree, section + ":initializationTimeout") ?? .seconds(30)
        handlerPort = try Self.number(tree, section + ":port", in: 1...65_535)
        let level = tree[section + ":http:defaultAuthorizationLevel"] ?? "function"
        routes = (0..<tree.count(section + ":http:routes")).map { index in
            let entry = "\(section):http:routes:\(index)"
            return Route(
                template: tree[entry + ":route"] ?? "", authLevel: tree[entry + ":authorizationLevel"] ?? level)
        }
        routePrefix = tree["extensions:http:routePrefix"] ?? "api"
        functionTimeout =
            tree["functionTimeout"] == "-1"
            ? nil : try Self.duration(tree, "functionTimeout") ?? .seconds(30 * 60)
        functions = tree.list("functions")
        let outstanding = try Self.number(tree, "extensions:http:maxOutstandingRequests", in: -1...1_000_000)
        maximumOutstandingRequests = outstanding.flatMap { $0 < 0 ? nil : $0 }
        maximumBodySize =
            environment["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"].flatMap(Int.init).map { max(0, $0) } ?? 104_857_600
        retry = try Self.retry(tree)
        extensions = try ExtensionSettings(tree)
        self.warnings = warnings
    }

    /// The defaults of `configurationProfile` (host contract §1.2).
    private static func applyProfile(_ tree: inout SettingTree) throws(HostError) {
        switch (tree["configurationProfile"] ?? "").lowercased() {
        case "", "default":
            break
        case "mcp-custom-handler", "web-app-custom-handler":
            tree.setDefault("true", at: "customHandler:enableProxyingHttpRequest")
            tree.setDefault("", at: "extensions:http:routePrefix")
            tree.setDefault("{*route}", at: "customHandler:http:routes:0:route")
        case let name:
            throw HostError(
                .hostConfiguration,
                "The configuration profile \"\(name)\" is not supported. Supported are: default, mcp-custom-handler, "
                    + "web-app-custom-handler.")
        }
    }

    private static func retry(_ tree: SettingTree) throws(HostError) -> RetryPolicy? {
        guard tree.hasSection("retry") else { return nil }
        do throws(InvalidRetryPolicy) {
            return try RetryPolicy { tree["retry:\($0)"] }
        } catch {
            throw HostError(.hostConfiguration, error.message)
        }
    }

    private static func duration(_ tree: SettingTree, _ path: String) throws(HostError) -> Duration? {
        guard let text = tree[path] else { return nil }
        guard let duration = TimeSpan.parse(text), duration > .zero else {
            throw HostError(.hostConfiguration, "\(path) of host.json is \"\(text)\"; write it as \"00:05:00\".")
        }
        return duration
    }

    private static func number(
        _ tree: SettingTree, _ path: String, in range: ClosedRange<Int>
    ) throws(HostError) -> Int? {
        guard let text = tree[path] else { return nil }
        guard let number = Int(text), range ~= number else {
            throw HostError(
                .hostConfiguration,
                "\(path) of host.json is \"\(text)\"; it must be \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }
}

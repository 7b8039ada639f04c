// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One thing that keeps an app from starting: what, where, and what to do.
public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// The rule that is broken.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's stable name.
        public let description: String

        /// Creates a code; codes of other modules start with the module's subject.
        ///
        /// - Parameter description: A stable name in lower case with underscores.
        public init(_ description: String) { self.description = description }

        /// A function name that the host does not accept (host contract §5.1).
        public static let functionName = Code("function_name")
        /// Two functions with one name, ignoring case.
        public static let duplicateName = Code("duplicate_name")
        /// The same blueprint comes twice.
        public static let duplicateBlueprint = Code("duplicate_blueprint")
        /// A route template that the host cannot parse.
        public static let routeTemplate = Code("route_template")
        /// A route that begins with `admin` or `runtime` (host contract §5.2).
        public static let reservedRoute = Code("reserved_route")
        /// Two functions with one route and a common method.
        public static let duplicateRoute = Code("duplicate_route")
        /// While forwarding or proxying is on, a route matches the invocation path of another function.
        public static let routeShadowsFunction = Code("route_shadows_function")
        /// An option of a trigger, an input or an output that cannot be used.
        public static let binding = Code("binding")
        /// A binding name that the host does not accept (host contract §5.1).
        public static let bindingName = Code("binding_name")
        /// Two bindings of a function with one name.
        public static let duplicateBinding = Code("duplicate_binding")
        /// A connection string where the name of a setting belongs.
        public static let connection = Code("connection")
        /// A second warm-up function, or one of another name than `warmup` (host contract §7.13).
        public static let warmup = Code("warmup")
        /// A retry policy that the host does not accept.
        public static let retryPolicy = Code("retry")
        /// Triggers and bindings that need the extension bundle, which host.json does not name.
        public static let extensionBundle = Code("extension_bundle")
        /// A warning: an earlier function takes every request of a route.
        public static let hiddenRoute = Code("hidden_route")
        /// A function streams, but the host calls it by envelope, which cannot.
        public static let streaming = Code("streaming")
        /// A timer's schedule is neither NCRONTAB, a time span nor a `%SETTING%`.
        public static let schedule = Code("schedule")
        /// The app has no function; the host would never start it (host contract §2.4).
        public static let noFunctions = Code("no_functions")
        /// A guard that cannot work.
        public static let guardPolicy = Code("guard")
        /// Middleware that cannot work.
        public static let middleware = Code("middleware")
        /// A setting that is missing or malformed.
        public static let setting = Code("setting")
        /// host.json cannot be used.
        public static let hostConfiguration = Code("host_json")
    }

    /// The rule that is broken.
    public let code: Code
    /// What is wrong and what to do.
    public let message: String
    /// The declaration, where there is one.
    public let site: DeclarationSite?

    /// Creates a problem.
    ///
    /// - Parameters:
    ///   - code: The rule that is broken.
    ///   - message: What is wrong and what to do.
    ///   - site: The declaration.
    public init(_ code: Code, _ message: String, at site: DeclarationSite? = nil) {
        self.code = code
        self.message = message
        self.site = site
    }

    /// `place: message [code]`.
    public var description: String {
        (site.map { "\($0): " } ?? "") + "\(message) [\(code)]"
    }
}

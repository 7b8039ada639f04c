// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A function app: its functions, and how it runs.
///
/// ```swift
/// let app = FunctionApp {
///     HTTPFunction("hello", methods: [.get]) { request, context in
///         .text("Hello, \(request.query["name"] ?? "world")!")
///     }
/// }
/// await app.run()
/// ```
public struct FunctionApp: Sendable {
    /// How the app runs: where, how much at once, and how it ends.
    public var options = RuntimeOptions()
    private let authLevel: AuthLevel
    private let middleware: [Middleware]
    private var items: [any BlueprintItem]

    /// Creates an app.
    ///
    /// - Parameters:
    ///   - authLevel: The key that the host asks for before an HTTP function, unless blueprint or function say
    ///     otherwise.
    ///   - middleware: Runs around all functions.
    ///   - items: Functions and blueprints.
    public init(
        authLevel: AuthLevel = .function, middleware: [Middleware] = [],
        @BlueprintBuilder items: () -> [any BlueprintItem]
    ) {
        self.authLevel = authLevel
        self.middleware = middleware
        self.items = items()
    }

    /// Adds a blueprint as it is now.
    ///
    /// - Parameter blueprint: The blueprint.
    public mutating func register(_ blueprint: Blueprint) {
        items.append(blueprint)
    }

    /// Checks all declarations; pure, so it may be called any number of times.
    ///
    /// - Throws: ``ConfigurationError`` with every problem of the declarations; settings are not looked at.
    public func validate() throws(ConfigurationError) {
        _ = try registry(host: nil)
    }

    /// The functions, when everything about them is right.
    ///
    /// - Parameters:
    ///   - host: The app's host.json, for the rules that depend on it.
    ///   - checksSettings: Whether the settings of guards and other components must be right too.
    /// - Returns: The registry.
    /// - Throws: ``ConfigurationError`` with every problem; nothing runs.
    package func registry(
        host: HostConfiguration?, checksSettings: Bool = true
    ) throws(ConfigurationError) -> FunctionRegistry {
        var registration = Registration()
        var inherited = Inheritance(authLevel: authLevel)
        inherited.middleware.append(middleware)
        for problem in middleware.flatMap(\.problems) { registration.report(Problem(.middleware, problem)) }
        for item in items { item.register(in: &registration, inheriting: inherited) }
        var problems = registration.problems + RegistrationRules.problems(of: registration.functions)
        if let host {
            problems += RegistrationRules.shadowingProblems(registration.functions, host)
            problems += RegistrationRules.extensionProblems(registration.functions, host)
            problems += StreamingRules.problems(of: registration.functions, host)
            if checksSettings { problems += registration.components.flatMap(\.problems) }
        }
        if let error = ConfigurationError(problems) { throw error }
        let sorted = registration.functions.sorted { $0.name.lowercased() < $1.name.lowercased() }
        return FunctionRegistry(
            functions: sorted, components: registration.components,
            warnings: RegistrationRules.hiddenRoutes(registration.functions))
    }
}

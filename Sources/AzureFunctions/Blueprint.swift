// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// A group of functions with what they have in common.
///
/// A value: registering it takes it as it is at that moment.
public struct Blueprint: BlueprintItem {
    private static let nextID = Atomic(0)

    private let id: Int
    private let routePrefix: String
    private let namePrefix: String
    private let authLevel: AuthLevel?
    private let execution: Execution?
    private let guards: [GuardStep]
    private let middleware: [Middleware]
    private let items: [any BlueprintItem]
    private let site: DeclarationSite

    /// Creates a blueprint.
    ///
    /// - Parameters:
    ///   - routePrefix: Put before the routes of all functions in it, such as `items`.
    ///   - namePrefix: Put before the names of all functions in it.
    ///   - authLevel: The key that the host asks for, unless a function says otherwise; nil inherits.
    ///   - runsOn: Where the functions run, unless one says otherwise; nil inherits.
    ///   - middleware: Runs around all functions in it, inside that of the surrounding blueprints and the app.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - items: Functions and blueprints.
    public init(
        routePrefix: String = "", namePrefix: String = "", authLevel: AuthLevel? = nil, runsOn: Execution? = nil,
        middleware: [Middleware] = [], fileID: StaticString = #fileID, line: UInt = #line,
        @BlueprintBuilder items: () -> [any BlueprintItem]
    ) {
        self.init(
            routePrefix, namePrefix, authLevel, runsOn, [], middleware, DeclarationSite(fileID: fileID, line: line),
            items())
    }

    /// Creates a blueprint whose HTTP functions are all guarded, beside any guard of their own.
    ///
    /// - Parameters:
    ///   - routePrefix: Put before the routes of all functions in it, such as `items`.
    ///   - namePrefix: Put before the names of all functions in it.
    ///   - authLevel: The key that the host asks for, unless a function says otherwise; nil inherits.
    ///   - runsOn: Where the functions run, unless one says otherwise; nil inherits.
    ///   - requestGuard: Runs before every HTTP function in it; functions of other triggers are not requests and are not
    ///     guarded.
    ///   - middleware: Runs around all functions in it, inside that of the surrounding blueprints and the app.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - items: Functions and blueprints.
    public init(
        routePrefix: String = "", namePrefix: String = "", authLevel: AuthLevel? = nil, runsOn: Execution? = nil,
        guardedBy requestGuard: some RequestGuard, middleware: [Middleware] = [], fileID: StaticString = #fileID,
        line: UInt = #line, @BlueprintBuilder items: () -> [any BlueprintItem]
    ) {
        self.init(
            routePrefix, namePrefix, authLevel, runsOn, [GuardStep(requestGuard)], middleware,
            DeclarationSite(fileID: fileID, line: line), items())
    }

    private init(
        _ routePrefix: String, _ namePrefix: String, _ authLevel: AuthLevel?, _ execution: Execution?,
        _ guards: [GuardStep], _ middleware: [Middleware], _ site: DeclarationSite, _ items: [any BlueprintItem]
    ) {
        id = Self.nextID.add(1, ordering: .relaxed).newValue
        self.routePrefix = routePrefix
        self.namePrefix = namePrefix
        self.authLevel = authLevel
        self.execution = execution
        self.guards = guards
        self.middleware = middleware
        self.site = site
        self.items = items
    }

    /// Adds the functions of all items, with this blueprint's prefixes, level and guards.
    ///
    /// - Parameters:
    ///   - registration: Where functions and problems are collected.
    ///   - inherited: What the surrounding blueprints say.
    public func register(in registration: inout Registration, inheriting inherited: Inheritance) {
        guard registration.enter(id, at: site) else { return }
        var inherited = inherited
        inherited.routePrefix = joinedRoute(inherited.routePrefix, routePrefix)
        inherited.namePrefix += namePrefix
        inherited.authLevel = authLevel ?? inherited.authLevel
        inherited.execution = execution ?? inherited.execution
        inherited.guards += guards
        inherited.middleware.append(middleware)
        for problem in middleware.flatMap(\.problems) {
            registration.report(Problem(.middleware, problem, at: site))
        }
        for item in items { item.register(in: &registration, inheriting: inherited) }
    }
}

/// Joins parts of a route with one slash between them.
func joinedRoute(_ parts: String...) -> String {
    parts.map { $0.split(separator: "/", omittingEmptySubsequences: true).joined(separator: "/") }
        .filter { !$0.isEmpty }.joined(separator: "/")
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Something with settings and a life of its own that guards depend on, such as a token validator with its keys.
public protocol AppComponent: AnyObject, Sendable {
    /// Settings that are missing or malformed.
    var problems: [Problem] { get }

    /// Does what must be done before the port opens; most components have nothing.
    ///
    /// - Throws: An error that keeps the app from starting.
    func prepare() async throws

    /// Runs beside the server until its task is cancelled; returning earlier is fine.
    ///
    /// - Throws: An error that ends the app.
    func run() async throws
}

extension AppComponent {
    /// Nothing.
    public func prepare() async throws {}
}

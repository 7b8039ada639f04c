// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Decides whether a request may reach an HTTP function, and hands what it found out to the function.
public protocol RequestGuard: Sendable {
    /// What a guarded handler gets, such as the caller.
    associatedtype Value: Sendable

    /// Judges a request.
    ///
    /// - Parameters:
    ///   - request: The request; its body is not decoded yet.
    ///   - context: The invocation.
    /// - Returns: What the handler gets.
    /// - Throws: ``Rejection``, which becomes the answer; the handler does not run.
    func check(_ request: FunctionRequest, _ context: InvocationContext) async throws(Rejection) -> Value

    /// What makes this guard unusable, in words; the app does not start while there is any.
    var problems: [String] { get }

    /// What must run, and be configured, for this guard to work.
    var components: [any AppComponent] { get }
}

extension RequestGuard {
    /// Nothing.
    public var problems: [String] { [] }

    /// Nothing.
    public var components: [any AppComponent] { [] }

    /// Judges a request, unless a test has put something in the guard's place.
    func judge(_ request: FunctionRequest, _ context: InvocationContext) async throws(Rejection) -> Value {
        if let standIn = context.standIn as? Value { return standIn }
        return try await check(request, context)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Something that runs around functions, before and after them.
///
/// That of the app is outermost, then that of blueprints from the outside in; within one list the first is outermost.
/// Guards and the function itself run inside, so that HTTP middleware also sees refusals and failures, as answers.
///
/// ```swift
/// FunctionApp(middleware: [.correlationID(), .cors(CORSPolicy(origins: ["https://app.example"]))]) {
///     api()
/// }
/// ```
public struct Middleware: Sendable {
    /// The rest of an HTTP function: further middleware, guards, and the function.
    public typealias Respond = @Sendable (FunctionRequest, InvocationContext) async throws -> FunctionResponse
    /// The rest of an invocation: further middleware, and the function.
    public typealias Proceed = @Sendable (InvocationContext) async throws -> Void

    enum Kind: Sendable {
        case http(@Sendable (FunctionRequest, InvocationContext, Respond) async throws -> FunctionResponse)
        case invocation(@Sendable (InvocationContext, Proceed) async throws -> Void)
    }

    let kind: Kind
    var problems: [String] = []

    /// Runs around HTTP functions.
    ///
    /// - Parameter handle: Gets the request and the rest; calls the rest with the request or with another one, or
    ///   answers itself. What it throws becomes an answer as if the function had thrown it.
    /// - Returns: The middleware; functions of other triggers are not affected.
    public static func http(
        _ handle: @escaping @Sendable (FunctionRequest, InvocationContext, Respond) async throws -> FunctionResponse
    ) -> Middleware {
        Middleware(kind: .http(handle))
    }

    /// Runs around functions of every trigger.
    ///
    /// - Parameter handle: Gets the invocation and the rest; calls the rest once. What it throws, or does not catch,
    ///   fails the invocation. Around an HTTP function the rest does not throw: its failures are answers.
    /// - Returns: The middleware.
    public static func invocation(
        _ handle: @escaping @Sendable (InvocationContext, Proceed) async throws -> Void
    ) -> Middleware {
        Middleware(kind: .invocation(handle))
    }
}

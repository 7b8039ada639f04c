// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Two guards, both of which must let a request through.
public struct BothGuards<First: RequestGuard, Second: RequestGuard>: RequestGuard {
    private let first: First
    private let second: Second

    init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    /// Asks the first guard, then the second.
    ///
    /// - Parameters:
    ///   - request: The request; its body is not decoded yet.
    ///   - context: The invocation.
    /// - Returns: What both found out.
    /// - Throws: ``Rejection`` of the first that refuses.
    public func check(
        _ request: FunctionRequest, _ context: InvocationContext
    ) async throws(Rejection) -> (First.Value, Second.Value) {
        let value = try await first.judge(request, context)
        return (value, try await second.judge(request, context))
    }

    /// What makes either unusable.
    public var problems: [String] { first.problems + second.problems }

    /// What either needs.
    public var components: [any AppComponent] { first.components + second.components }
}

extension RequestGuard {
    /// This guard, then another; the handler gets what both found out.
    ///
    /// - Parameter other: The guard that is asked when this one lets the request through.
    /// - Returns: Both.
    public func and<Other: RequestGuard>(_ other: Other) -> BothGuards<Self, Other> { BothGuards(self, other) }
}

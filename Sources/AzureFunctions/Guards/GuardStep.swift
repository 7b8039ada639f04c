// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A guard whose value nobody asks for.
struct GuardStep: Sendable {
    let check: @Sendable (FunctionRequest, InvocationContext) async throws(Rejection) -> Void
    let problems: [String]
    let components: [any AppComponent]

    init(_ requestGuard: some RequestGuard) {
        problems = requestGuard.problems
        components = requestGuard.components
        check = { request, context async throws(Rejection) in
            _ = try await requestGuard.judge(request, context)
        }
    }
}

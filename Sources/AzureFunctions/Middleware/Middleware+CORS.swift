// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes

extension Middleware {
    /// Answers browsers of other origins (Fetch standard, CORS protocol).
    ///
    /// In Azure and under Core Tools the platform does this when it is configured there; then preflights never reach a
    /// function. A function must list `.options` among its methods for preflights to reach it.
    ///
    /// - Parameter policy: Who may call, and how.
    /// - Returns: The middleware; a policy that browsers would refuse keeps the app from starting.
    public static func cors(_ policy: CORSPolicy) -> Middleware {
        var middleware = http { request, context, next in
            let origin = request.values(of: .origin).first
            let isPreflight =
                request.method == .options && !request.values(of: .accessControlRequestMethod).isEmpty
            var response =
                isPreflight && origin != nil
                ? policy.preflight(request, origin: origin) : try await next(request, context)
            policy.apply(to: &response, origin: origin)
            return response
        }
        middleware.problems = policy.problems
        return middleware
    }
}

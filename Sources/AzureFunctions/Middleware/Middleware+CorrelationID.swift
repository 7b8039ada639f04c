// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

extension Middleware {
    /// Puts the invocation's id into a field of every answer, so that a client can quote it.
    ///
    /// - Parameter field: The field's name; nil puts it nowhere.
    /// - Returns: The middleware.
    public static func correlationID(field: HTTPField.Name? = HTTPField.Name("X-Correlation-ID")) -> Middleware {
        .http { request, context, next in
            var response = try await next(request, context)
            if let field { response.headers[field] = context.invocationID }
            return response
        }
    }
}

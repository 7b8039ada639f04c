// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import AzureFunctions
public import EntraAuth
import HTTPTypes

/// Lets a request through when its bearer token satisfies a policy, and hands over who calls.
public struct EntraGuard: RequestGuard {
    let entra: EntraID
    let policy: AuthorizationPolicy

    /// Judges a request's token.
    ///
    /// - Parameters:
    ///   - request: The request; only its `Authorization` fields and the names in its query are read.
    ///   - context: The invocation.
    /// - Returns: Who calls.
    /// - Throws: `Rejection` with the status, code, text and challenge of the broken rule.
    public func check(_ request: FunctionRequest, _ context: InvocationContext) async throws(Rejection) -> Principal {
        guard let service = entra.service else {
            throw Rejection(
                status: .serviceUnavailable, code: "not_configured", message: "Authorization is not configured",
                diagnostic: entra.problems.map(\.message).joined(separator: " "))
        }
        do throws(AuthError) {
            let token = try BearerToken(
                authorization: request.bytes(of: .authorization), hasQueryToken: request.query["access_token"] != nil)
            return try await service.validator.validate(token, policy: policy)
        } catch {
            throw rejection(error, service.challenge)
        }
    }

    /// What is wrong with the policy.
    public var problems: [String] { policy.problems }

    /// The validator with its settings and keys.
    public var components: [any AppComponent] { [entra] }

    private func rejection(_ error: AuthError, _ challenge: Challenge) -> Rejection {
        var headers = HTTPFields()
        if let value = challenge.fieldValue(for: error, scopes: policy.requiredScopes) {
            headers[.wwwAuthenticate] = value
        }
        if let seconds = error.retryAfter { headers[.retryAfter] = "\(seconds)" }
        return Rejection(
            status: HTTPResponse.Status(code: error.status), code: error.code.rawValue, message: error.message,
            diagnostic: error.diagnostic, headers: headers)
    }
}

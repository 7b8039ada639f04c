// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import StrictJSON

/// The one place where refusals and failures become answers: `{"error":…,"code":…,"correlationId":…}`.
struct ErrorResponse {
    let isDevelopment: Bool

    func rejection(_ rejection: Rejection, correlationID: String) -> FunctionResponse {
        var response = render(
            rejection.status, rejection.message, rejection.code, correlationID, diagnostic: rejection.diagnostic)
        response.headers.append(contentsOf: rejection.headers)
        return response
    }

    func badRequest(_ error: BadRequest, correlationID: String) -> FunctionResponse {
        render(.badRequest, error.message, "bad_request", correlationID, diagnostic: error.cause.map { "\($0)" })
    }

    func failure(_ error: any Error, correlationID: String) -> FunctionResponse {
        render(
            .internalServerError, "Internal server error", "internal_error", correlationID, diagnostic: "\(error)")
    }

    private func render(
        _ status: HTTPResponse.Status, _ message: String, _ code: String, _ correlationID: String,
        diagnostic: String?
    ) -> FunctionResponse {
        let body = JSONWriter.bytes(capacity: 160) { writer in
            writer.object { writer in
                writer.member("error") { $0.string(message) }
                writer.member("code") { $0.string(code) }
                writer.member("correlationId") { $0.string(correlationID) }
                if isDevelopment, let diagnostic { writer.member("diagnostic") { $0.string(diagnostic) } }
            }
        }
        return FunctionResponse(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"], body: body)
    }
}

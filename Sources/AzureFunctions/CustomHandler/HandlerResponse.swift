// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
package import NIOHTTP1
import StrictJSON

/// An answer as it goes over the wire.
package struct HandlerResponse: Sendable {
    package var status: HTTPResponseStatus
    package var headers: HTTPHeaders = [:]
    package var body: [UInt8] = []
    /// Writes the body, when it is streamed.
    package var producer: FunctionResponse.Producer?

    /// The answer to the host's readiness probe.
    static let ready = HandlerResponse(status: .ok)

    private static let jsonFields: HTTPHeaders = ["Content-Type": "application/json"]

    /// An invocation result (host contract §8.1).
    static func result(_ bytes: [UInt8]) -> HandlerResponse {
        HandlerResponse(status: .ok, headers: jsonFields, body: bytes)
    }

    /// A refusal by the runtime itself, in the shape of all error answers.
    static func refusal(
        _ status: HTTPResponseStatus, _ message: String, code: String, correlationID: String? = nil
    ) -> HandlerResponse {
        var body: JSONObject = ["error": .string(message), "code": .string(code)]
        body["correlationId"] = correlationID.map(JSONValue.string)
        return HandlerResponse(
            status: status, headers: jsonFields, body: JSONValue.object(body).serialized())
    }
}

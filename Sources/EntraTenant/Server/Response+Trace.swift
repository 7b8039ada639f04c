// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird

extension Response {
    /// The response with the ids by which Entra lets a request be found again.
    func traced(_ trace: Trace) -> Response {
        var response = self
        if let name = HTTPField.Name("x-ms-request-id") { response.headers[name] = trace.id }
        if let name = HTTPField.Name("client-request-id") { response.headers[name] = trace.correlationID }
        return response
    }
}

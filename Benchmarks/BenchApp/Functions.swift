// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra
import StrictJSON

/// The work of the function of that name in Sources/Handler without its log line, which the peers do not have.
func authorized(_ entra: EntraID) -> Blueprint {
    Blueprint(authLevel: .anonymous) {
        HTTPFunction("auth-test", methods: [.get], guardedBy: entra.scope("access_as_user")) { _, principal, _ in
            .json(["message": "Test successful", "user": .string(principal.name ?? "unknown")] as JSONValue)
        }
    }
}

/// Functions that answer with the number of bytes that they got, as they come or whole.
func bodies() -> Blueprint {
    Blueprint(authLevel: .anonymous) {
        HTTPFunction("streamed", methods: [.post], streaming: .request) { request, _ in
            var count = 0
            for try await chunk in request.body.chunks { count += chunk.count }
            return .text("\(count)")
        }
        HTTPFunction("whole", methods: [.post]) { request, _ in .text("\(request.body.bytes.count)") }
    }
}

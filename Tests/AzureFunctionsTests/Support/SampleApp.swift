// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes

/// One function of each kind.
func sampleApp(_ bodies: Probe<String> = Probe()) -> FunctionApp {
    FunctionApp(authLevel: .anonymous) {
        HTTPFunction("hello", route: "hello/{id?}", methods: [.get, .post, .head]) { request, context in
            .text("hello \(request.parameters["id"] ?? "-") \(context.invocationID)")
        }
        HTTPFunction("echo", methods: [.post]) { request, _ in
            bodies.record(request.body.text)
            return .bytes(request.body.bytes, contentType: "application/octet-stream")
        }
        TimerFunction("tick", schedule: "0 0 * * * *") { _, context in bodies.record(context.invocationID) }
    }
}

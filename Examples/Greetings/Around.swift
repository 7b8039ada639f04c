// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes

/// What docs/runtime.md shows.
func around() -> FunctionApp {
    let timing = Middleware.http { request, context, next in
        let start = ContinuousClock.now
        let response = try await next(request, context)
        context.logger.info("Answered.", metadata: ["time": "\(ContinuousClock.now - start)"])
        return response
    }
    var app = FunctionApp(middleware: [.correlationID(), .cors(CORSPolicy(origins: ["https://app.example"]))]) {
        Blueprint(routePrefix: "reports", middleware: [timing]) {
            HTTPFunction("export", methods: [.get], streaming: .response) { _, _ in
                .stream(contentType: "text/csv") { writer in
                    for row in 1...1_000_000 { try await writer.write("\(row),\(row * row)\n") }
                }
            }
            HTTPFunction("import", methods: [.put], streaming: .request, maximumBodySize: 1 << 30) { request, _ in
                var lines = 0
                for try await chunk in request.body.chunks { lines += chunk.count { $0 == UInt8(ascii: "\n") } }
                return .text("\(lines) lines")
            }
        }
    }
    app.options.drainTime = .seconds(10)
    return app
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

func greetings() -> Blueprint {
    Blueprint(routePrefix: "greetings", authLevel: .anonymous) {
        HTTPFunction("greet", route: "{name?}", methods: [.get]) { request, context in
            let name = request.parameters["name"] ?? "world"
            context.logger.info("Somebody is greeted.", metadata: ["greeting.name": "\(name)"])
            return try .json(["message": "Hello, \(name)!"])
        }
        TimerFunction("tick", schedule: "0 */5 * * * *") { tick, context in
            context.logger.info("Five minutes have passed.", metadata: ["timer.pastDue": "\(tick.isPastDue)"])
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let httpSamples = Blueprint {
    HTTPFunction("http") { _, _ in .status(.ok) }
    HTTPFunction("http-all", route: "items/{id:int}", methods: [.get, .post], authLevel: .anonymous) { _, _ in
        .status(.ok)
    }
    TimerFunction("timer", schedule: "0 */5 * * * *") { _, _ in }
    TimerFunction(
        "timer-all", schedule: "%SCHEDULE%", runsOnStartup: true, usesMonitor: false,
        retry: .fixed(delay: .seconds(5), maximumCount: 3)
    ) { _, _ in }
    TimerFunction(
        "timer-exponential", schedule: "0 0 * * * *",
        retry: .exponential(minimum: .milliseconds(4_500), maximum: .seconds(900), maximumCount: -1)
    ) { _, _ in }
    Function("warmup", on: .warmup) { _, _ in }
}

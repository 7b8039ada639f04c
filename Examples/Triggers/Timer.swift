// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let cleanUp = TimerFunction("clean-up", schedule: "0 0 3 * * *", retry: .fixed(delay: .seconds(30), maximumCount: 2)) {
    tick, context in
    context.logger.info("Cleaning up.", metadata: ["timer.pastDue": "\(tick.isPastDue)"])
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra

/// What the app does for itself.
func maintenance(_ entra: EntraID) -> Blueprint {
    Blueprint {
        TimerFunction("warm-keys", schedule: "0 */30 * * * *") { tick, context in
            try await entra.refreshKeys()
            context.logger.info("Signing keys are warm.", metadata: ["timer.pastDue": "\(tick.isPastDue)"])
        }
    }
}

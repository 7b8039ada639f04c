// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Runs a `warmupTrigger` once the handler is ready (host contract §7.13).
struct WarmupListener: TriggerListener {
    let function: FunctionMetadata
    let invoker: Invoker

    func run() async {
        guard (try? await invoker.supervisor.waitUntilReady()) != nil else { return }
        _ = await invoker.trigger(function, TriggerInput(data: [:], reason: Invoker.apiReason))
    }
}

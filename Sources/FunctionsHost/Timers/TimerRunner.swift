// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import Synchronization

/// Fires one timer function by its schedule, never twice at once; its status lives in memory.
final class TimerRunner: Sendable {
    private let function: FunctionMetadata
    private let timer: FunctionMetadata.Timer
    private let clock: any HostClock
    private let invoker: Invoker
    private let status: Mutex<TimerTick.Status>

    init?(_ function: FunctionMetadata, clock: any HostClock, invoker: Invoker) {
        guard let timer = function.timer, !function.isDisabled, let next = timer.schedule.next(after: clock.now) else {
            return nil
        }
        self.function = function
        self.timer = timer
        self.clock = clock
        self.invoker = invoker
        status = Mutex(TimerTick.Status(last: nil, next: next, updated: nil))
    }

    var name: String { function.name }

    /// Fires until the task is cancelled.
    func run() async throws {
        if timer.runsOnStartup {
            await fire(reason: "Timer fired at \(HostDate.ticks(clock.now).dropLast())+00:00")
        }
        while true {
            let due = status.withLock { $0.next }
            try await clock.sleep(until: due)
            await fire(reason: "Timer fired at \(HostDate.ticks(clock.now).dropLast())+00:00")
            let now = clock.now
            // A schedule whose every moment is past has ended.
            guard let next = timer.schedule.next(after: max(now, due)) else { return }
            status.withLock { $0 = TimerTick.Status(last: due, next: next, updated: now) }
        }
    }

    /// Fires out of turn or in turn.
    func fire(reason: String) async {
        let status = timer.isMonitored ? status.withLock { $0 } : nil
        let tick = TimerTick(isConstant: timer.isConstant, status: status, isPastDue: false)
        await invoker.trigger(function, reason: reason) { [function] builder in
            builder.envelope(binding: function.triggerBinding.name, data: tick.json, metadata: BindingData())
        }
    }
}

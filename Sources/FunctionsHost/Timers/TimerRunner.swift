// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import Logging
import ServiceLifecycle
import Synchronization

/// Fires one timer function by its schedule, never twice at once; a monitored one catches up after a pause.
final class TimerRunner: Sendable {
    private let function: FunctionMetadata
    private let timer: FunctionMetadata.Timer
    private let clock: any HostClock
    private let invoker: Invoker
    private let store: LocalStore?
    private let status: Mutex<TimerTick.Status>

    init?(_ function: FunctionMetadata, invoker: Invoker, store: LocalStore?) {
        guard let timer = function.timer, !function.isDisabled,
            let next = timer.schedule.next(after: invoker.clock.now)
        else { return nil }
        self.function = function
        self.timer = timer
        self.invoker = invoker
        self.store = store
        clock = invoker.clock
        status = Mutex(TimerTick.Status(last: nil, next: next, updated: nil))
    }

    var name: String { function.name }

    /// Fires until the task is cancelled or the host shuts down.
    func run() async {
        let missed = await load()
        if let missed {
            invoker.log.function(name, .info, "Function '\(name)' is past due on startup. Executing now.")
            await fire(
                isPastDue: true,
                details: "UnscheduledInvocationReason: IsPastDue, OriginalSchedule: \(HostDate.seconds(missed))")
            await advance(after: clock.now)
        } else if timer.runsOnStartup {
            await fire(details: "UnscheduledInvocationReason: RunOnStartup")
            await advance(after: clock.now)
        }
        while true {
            let due = status.withLock { $0.next }
            do {
                try await cancelWhenGracefulShutdown { try await self.clock.sleep(until: due) }
            } catch {
                return
            }
            await fire()
            guard await advance(after: due) else { return }
        }
    }

    /// Fires out of turn, as asked for through the host's API.
    func fire(reason: String) async {
        _ = await invoker.trigger(function, TriggerInput(data: tick(isPastDue: false).json, reason: reason))
    }

    private func fire(isPastDue: Bool = false, details: String? = nil) async {
        _ = await invoker.trigger(
            function,
            TriggerInput(
                data: tick(isPastDue: isPastDue).json,
                reason: "Timer fired at \(HostDate.ticks(clock.now).dropLast())+00:00", details: details))
    }

    private func tick(isPastDue: Bool) -> TimerTick {
        TimerTick(
            isConstant: timer.isConstant, status: timer.isMonitored ? status.withLock { $0 } : nil,
            isPastDue: isPastDue)
    }

    /// Reads the status of an earlier run.
    ///
    /// - Returns: The moment that was missed in between, if any.
    private func load() async -> Date? {
        guard timer.isMonitored, let store else { return nil }
        let name = name
        guard let old = (try? await store.read { try $0.timerStatus(name) }) ?? nil else {
            await save()
            return nil
        }
        // A changed schedule has missed nothing that it did not ask for.
        let expected = timer.schedule.next(after: old.last ?? old.updated ?? old.next.addingTimeInterval(-1))
        guard old.next <= clock.now, timer.isConstant || expected == old.next else {
            status.withLock { status in
                status.last = old.last
                if timer.isConstant { status.next = min(status.next, max(old.next, clock.now)) }
            }
            await save()
            return nil
        }
        status.withLock { $0 = old }
        return old.next
    }

    /// Notes a firing and looks for the next moment.
    ///
    /// - Returns: Whether there is one; a schedule whose every moment is past has ended.
    @discardableResult
    private func advance(after fired: Date) async -> Bool {
        let now = clock.now
        guard let next = timer.schedule.next(after: max(now, fired)) else { return false }
        status.withLock { $0 = TimerTick.Status(last: fired, next: next, updated: now) }
        await save()
        return true
    }

    private func save() async {
        guard timer.isMonitored, let store else { return }
        let (name, status) = (name, status.withLock { $0 })
        do throws(StoreError) {
            try await store.write { try $0.setTimerStatus(status, of: name) }
        } catch {
            invoker.log.function(name, .warning, "The schedule status of '\(name)' is not kept: \(error.message)")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials
import StrictJSON

/// One firing of a timer (host contract §7.4).
public struct TimerTick: Sendable, Hashable {
    /// Whether the firing comes later than the schedule says.
    public var isPastDue: Bool
    /// The last firing; nil when the host does not monitor the schedule.
    public var last: Date?
    /// The next firing; nil when the host does not monitor the schedule.
    public var next: Date?

    /// Creates a firing, for tests.
    ///
    /// - Parameters:
    ///   - isPastDue: Whether the firing comes late.
    ///   - last: The last firing.
    ///   - next: The next firing.
    public init(isPastDue: Bool = false, last: Date? = nil, next: Date? = nil) {
        self.isPastDue = isPastDue
        self.last = last
        self.next = next
    }

    init(_ value: BindingValue) {
        let status = value["ScheduleStatus"]
        isPastDue = value["IsPastDue"]?.raw.bool ?? false
        last = status?["Last"]?.date
        next = status?["Next"]?.date
    }
}

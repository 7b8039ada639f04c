// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What a timer function is told (host contract §7.4).
struct TimerTick: Sendable {
    struct Status: Sendable {
        var last: Date?
        var next: Date
        var updated: Date?
    }

    let isConstant: Bool
    let status: Status?
    let isPastDue: Bool

    var json: JSONValue {
        [
            "Schedule": ["AdjustForDST": .bool(!isConstant)],
            "ScheduleStatus": status.map { status in
                [
                    "Last": .string(Self.text(status.last)), "Next": .string(Self.text(status.next)),
                    "LastUpdated": .string(Self.text(status.updated)),
                ]
            } ?? .null,
            "IsPastDue": .bool(isPastDue),
        ]
    }

    /// .NET's smallest date stands for none.
    private static func text(_ date: Date?) -> String {
        date.map(HostDate.seconds) ?? "0001-01-01T00:00:00+00:00"
    }
}

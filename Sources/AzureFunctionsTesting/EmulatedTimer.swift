// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON

/// The envelope of a timer's firing (host contract §7.4).
enum EmulatedTimer {
    static func envelope(_ tick: TimerTick, retry: RetryContext?, binding: String) -> JSONValue {
        var status = JSONValue.null
        if tick.last != nil || tick.next != nil {
            status = ["Last": date(tick.last), "Next": date(tick.next), "LastUpdated": date(tick.last)]
        }
        var metadata: JSONObject = ["sys": EmulatedSystem.metadata(binding)]
        if let retry { metadata["RetryContext"] = EmulatedSystem.retry(retry) }
        let data: JSONValue = [
            "Schedule": ["AdjustForDST": true], "ScheduleStatus": status, "IsPastDue": .bool(tick.isPastDue),
        ]
        return ["Data": .object([binding: data]), "Metadata": .object(metadata)]
    }

    /// Second precision with offset, as the host writes a `DateTimeOffset` (host contract §7.1).
    private static func date(_ date: Date?) -> JSONValue {
        guard let date else { return "0001-01-01T00:00:00+00:00" }
        return .string(date.formatted(.iso8601).dropLast() + "+00:00")
    }
}

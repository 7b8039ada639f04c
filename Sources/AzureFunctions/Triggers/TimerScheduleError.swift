// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why a text is not a schedule.
package struct TimerScheduleError: Error, Sendable, Hashable {
    /// What is wrong.
    package let message: String

    init(_ message: String) {
        self.message = message
    }
}

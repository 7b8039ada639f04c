// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What one check found.
struct Finding: Equatable, Sendable {
    enum Outcome: String, Sendable {
        case ok, warning, failed, skipped
    }

    let check: String
    let outcome: Outcome
    let text: String
    /// What to do, for warnings and failures.
    let advice: String?

    static func ok(_ check: String, _ text: String) -> Finding {
        Finding(check: check, outcome: .ok, text: text, advice: nil)
    }

    static func warning(_ check: String, _ text: String, _ advice: String) -> Finding {
        Finding(check: check, outcome: .warning, text: text, advice: advice)
    }

    static func failed(_ check: String, _ text: String, _ advice: String) -> Finding {
        Finding(check: check, outcome: .failed, text: text, advice: advice)
    }

    static func skipped(_ check: String, _ text: String) -> Finding {
        Finding(check: check, outcome: .skipped, text: text, advice: nil)
    }

    var json: JSONValue {
        var object: JSONObject = ["check": .string(check), "outcome": .string(outcome.rawValue), "text": .string(text)]
        if let advice { object["advice"] = .string(advice) }
        return .object(object)
    }
}

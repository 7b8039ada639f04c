// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// One check as a person reads it.
struct ReportLine: Equatable {
    /// The three words that there are.
    enum Word: String {
        case ok
        case failed
        case notChecked = "not checked"
    }

    let name: InspectedCheck.Name
    let word: Word
    /// What the token says.
    let fact: String?
    /// The code and the reason, of a failure or of a check that was left out.
    var problem: String?
    /// What to change.
    var advice: String?
}

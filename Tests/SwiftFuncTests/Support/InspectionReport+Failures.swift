// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

@testable import SwiftFunc

extension InspectionReport {
    /// The names of the checks that failed.
    var failures: [String] { lines.filter { $0.word == .failed }.map(\.name.rawValue) }

    /// The line of a check.
    func line(_ name: InspectedCheck.Name) -> ReportLine? { lines.first { $0.name == name } }

    /// The code that the app would answer with.
    var code: AuthError.Code? {
        switch verdict {
        case .accepted: nil
        case .refused(let error): error.code
        case .unproven(let error): error?.code
        }
    }
}

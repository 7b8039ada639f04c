// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Testing

/// What holds for every inspection.
enum InspectionProperty {
    static func check(_ inspection: TokenInspection, _ id: String) {
        let places = inspection.checks.map { check in InspectedCheck.Name.all.firstIndex(of: check.name) ?? -1 }
        #expect(places == places.sorted(), "\(id): the checks are not in order")
        #expect(Set(places).count == places.count, "\(id): a check comes twice")
        switch inspection.verdict {
        case .success:
            #expect(inspection.checks.allSatisfy { $0.outcome == .passed }, "\(id) is accepted with a check that fails")
        case .failure(let error):
            #expect(
                inspection.firstFailure == error,
                "\(id): the first failure is \(inspection.firstFailure?.code.rawValue ?? "none"), not \(error.code)")
            #expect(inspection.firstFailure?.diagnostic == error.diagnostic, "\(id)")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Testing

extension Row {
    /// Looks at the same lines check by check: the first check that fails must be what the validator refuses for.
    func checkInspection(_ lines: [String]) async {
        let bench = bench()
        try? await bench.store.refresh()
        let inspection = await bench.validator.inspect(authorization: lines, policy: policy)
        InspectionProperty.check(inspection, id)
        let isAccepted = (try? inspection.verdict.get()) != nil
        #expect(isAccepted == codes.isEmpty, "\(id) is judged differently by an inspection")
    }
}

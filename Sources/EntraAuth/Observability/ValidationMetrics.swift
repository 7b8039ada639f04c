// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import CoreMetrics

/// Counts judged tokens: `entra.auth.validations` by `code`, which is `accepted` or a code of ``AuthError``.
///
/// No label comes from a token (`spec §15`).
struct ValidationMetrics: Sendable {
    private let accepted: Counter
    private let refused: [AuthError.Code: Counter]

    init(_ factory: any MetricsFactory) {
        let counter = { (code: String) in
            Counter(label: "entra.auth.validations", dimensions: [("code", code)], factory: factory)
        }
        accepted = counter("accepted")
        refused = Dictionary(uniqueKeysWithValues: AuthError.Code.all.map { ($0, counter($0.rawValue)) })
    }

    func recordAccepted() { accepted.increment() }

    func record(_ error: AuthError) { refused[error.code]?.increment() }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import CoreMetrics

/// What is counted of a function: `azure.functions.invocations` and `azure.functions.duration`, each by `function` and
/// `outcome`; no label comes from a request.
struct FunctionInstruments: Sendable {
    enum Outcome: String, CaseIterable, Sendable {
        /// The function returned.
        case succeeded
        /// A guard or the function refused the request.
        case refused
        /// The function threw, or its result could not be sent.
        case failed
    }

    private struct Pair: Sendable {
        let count: Counter
        let duration: Timer

        init(_ function: String, _ outcome: Outcome, _ factory: any MetricsFactory) {
            let dimensions = [("function", function), ("outcome", outcome.rawValue)]
            count = Counter(label: "azure.functions.invocations", dimensions: dimensions, factory: factory)
            duration = Timer(label: "azure.functions.duration", dimensions: dimensions, factory: factory)
        }
    }

    private let succeeded: Pair
    private let refused: Pair
    private let failed: Pair

    init(_ function: String, _ factory: any MetricsFactory) {
        succeeded = Pair(function, .succeeded, factory)
        refused = Pair(function, .refused, factory)
        failed = Pair(function, .failed, factory)
    }

    func record(_ outcome: Outcome, _ time: Duration) {
        let pair =
            switch outcome {
            case .succeeded: succeeded
            case .refused: refused
            case .failed: failed
            }
        let (seconds, attoseconds) = time.components
        pair.count.increment()
        pair.duration.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}

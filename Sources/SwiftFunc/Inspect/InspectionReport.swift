// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// An inspection with what the token says and what to change.
struct InspectionReport {
    /// The answer in one word.
    enum Verdict: Equatable {
        /// Every check passed.
        case accepted
        /// The app would answer with this error.
        case refused(AuthError)
        /// There were no keys; the error is the first among the other checks.
        case unproven(AuthError?)
    }

    let verdict: Verdict
    let lines: [ReportLine]
    let isSignatureVerified: Bool
    let target: InspectionTarget
    let now: Int64

    init(of inspection: TokenInspection, _ input: TokenInput, _ target: InspectionTarget, now: Int64) {
        self.target = target
        self.now = now
        isSignatureVerified = inspection.isSignatureVerified
        verdict = Self.verdict(inspection, hasKeys: target.keySource != nil)
        let facts = TokenFacts(inspection, input, target, now: now)
        lines = inspection.checks.map { check in
            let fact = facts[check.name]
            switch check.outcome {
            case .passed:
                return ReportLine(name: check.name, word: .ok, fact: fact)
            case .failed(let error) where error.code == .keysUnavailable && target.keySource == nil:
                return ReportLine(
                    name: check.name, word: .notChecked, fact: fact, problem: "No keys were given.",
                    advice: "Save \(target.keySetURL) to a file and name it with --keys.")
            case .failed(let error):
                return ReportLine(
                    name: check.name, word: .failed, fact: fact, problem: "\(error.code): \(error.diagnostic)",
                    advice: Advice.text(on: check.name, error.code, target, facts))
            case .notChecked:
                return ReportLine(
                    name: check.name, word: .notChecked, fact: fact, problem: "An earlier check stands in the way.")
            }
        }
    }

    private static func verdict(_ inspection: TokenInspection, hasKeys: Bool) -> Verdict {
        switch inspection.verdict {
        case .success: return .accepted
        case .failure(let error) where error.code == .keysUnavailable && !hasKeys:
            let others = inspection.checks.filter { $0.name != .key }.lazy.compactMap { check -> AuthError? in
                if case .failed(let error) = check.outcome { error } else { nil }
            }
            return .unproven(others.first)
        case .failure(let error): return .refused(error)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// All findings, for people and for programs.
struct DoctorReport: Sendable {
    let findings: [Finding]

    var failures: Int { findings.count { $0.outcome == .failed } }
    var warnings: Int { findings.count { $0.outcome == .warning } }

    var json: String {
        let document: JSONValue = [
            "failed": .integer(Int64(failures)), "warnings": .integer(Int64(warnings)),
            "checks": .array(findings.map(\.json)),
        ]
        return String(decoding: document.serialized([.pretty]), as: UTF8.self)
    }

    func text(isColored: Bool) -> String {
        func paint(_ text: String, _ color: Int) -> String { isColored ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text }
        var lines: [String] = []
        for finding in findings {
            let color = [.ok: 32, .warning: 33, .failed: 31, .skipped: 90][finding.outcome] ?? 0
            let outcome = paint(Self.padded(finding.outcome.rawValue, 9), color)
            let texts = finding.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines.append(outcome + Self.padded(finding.check, 18) + (texts.first ?? ""))
            let rest = texts.dropFirst() + (finding.advice.map { ["-> " + $0] } ?? [])
            lines += rest.map { String(repeating: " ", count: 27) + $0 }
        }
        return (lines + ["", paint(conclusion, failures > 0 ? 31 : warnings > 0 ? 33 : 32)]).joined(separator: "\n")
    }

    private var conclusion: String {
        func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        if failures == 0, warnings == 0 { return "Everything is in order." }
        return "\(counted(failures, "failure")), \(counted(warnings, "warning"))."
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 1))
    }
}

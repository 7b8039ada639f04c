// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

extension InspectionReport {
    /// For people.
    func text(isColored: Bool) -> String {
        let paint = { (text: String, code: Int) in isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
        let time = Timestamp(now)?.text ?? "\(now)"
        var rows = [
            "As of \(time), for API \(target.audiences[0]) in tenant \(target.tenant) of \(target.authority.origin),",
            target.keySource.map { "with the keys of \($0):" } ?? "without keys:", "",
        ]
        for line in lines {
            if line.name == .payload, !isSignatureVerified {
                rows.append("  The signature is not verified, so nobody vouches for what follows.")
            }
            let color = [.ok: 32, .failed: 31, .notChecked: 33][line.word] ?? 0
            let start = "  " + paint(line.word.rawValue.padded(to: 13), color) + line.name.rawValue.padded(to: 19)
            let texts = [line.problem, line.fact].compactMap(\.self) + (line.advice.map { ["-> " + $0] } ?? [])
            rows.append((start + (texts.first ?? "")).trimmedAtEnd)
            rows += texts.dropFirst().map { String(repeating: " ", count: 34) + $0 }
        }
        return (rows + ["", conclusion(paint)]).joined(separator: "\n")
    }

    private func conclusion(_ paint: (String, Int) -> String) -> String {
        switch verdict {
        case .accepted: paint("Accepted.", 32)
        case .refused(let error): paint("Refused: \(summary(of: error)).", 31)
        case .unproven(nil): paint("Not proven: without keys the signature cannot be checked. Nothing else fails.", 33)
        case .unproven(let error?):
            paint("Refused even if the signature were right: \(summary(of: error)).", 31)
        }
    }

    private func summary(of error: AuthError) -> String {
        "\(error.status) {\"error\":\"\(error.message)\",\"code\":\"\(error.code)\"}"
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(width - count, 1))
    }

    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

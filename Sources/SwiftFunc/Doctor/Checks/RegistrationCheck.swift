// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Whether every function that makes a blueprint or a function is called somewhere.
struct RegistrationCheck: DoctorCheck {
    private static let maximumSize = 1 << 20

    func run(_ scene: DoctorScene) async -> [Finding] {
        guard scene.app.hasPackage else { return [] }
        let paths = SourceSnapshot([scene.app.path + "/Sources"]).files.keys.filter { $0.hasSuffix(".swift") }.sorted()
        let sources = paths.compactMap { path -> (path: String, text: String)? in
            guard let data = FileManager.default.contents(atPath: path), data.count <= Self.maximumSize else {
                return nil
            }
            return (path.replacing(scene.app.path + "/", with: ""), String(decoding: data, as: UTF8.self))
        }
        return Self.findings(sources)
    }

    static func findings(_ sources: [(path: String, text: String)]) -> [Finding] {
        let texts = sources.map { withoutComments($0.text) }
        var findings: [Finding] = []
        for (source, text) in zip(sources, texts) {
            for match in text.matches(
                of: /func\s+(\w+)\s*\([^{}]*\)\s*->\s*(?:some\s+|any\s+)?(Blueprint\w*|\w*Function)\b/)
            {
                let name = match.1
                let uses = texts.reduce(0) { count, text in
                    count + text.matches(of: /\b(\w+)\b/).count { $0.1 == name }
                }
                // The declaration itself is one.
                guard uses < 2 else { continue }
                let line = text[..<match.range.lowerBound].count { $0.isNewline } + 1
                findings.append(
                    .warning(
                        "registration",
                        "\(source.path):\(line): nothing calls \(name)(), so its functions do not exist.",
                        "Name it in the FunctionApp { … } of main, or remove it."))
            }
        }
        return findings.isEmpty ? [.ok("registration", "every blueprint is used")] : findings
    }

    /// The text with line comments gone; line breaks stay.
    private static func withoutComments(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? String(line) }
            .joined(separator: "\n")
    }
}

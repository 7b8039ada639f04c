// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a build says, sorted: its progress, and each diagnostic once.
struct BuildLog: Sendable {
    private static let maximumLines = 2_000
    private static let maximumNotices = 20

    private(set) var errorCount = 0
    private(set) var warningCount = 0
    /// Warnings about the package rather than a source, such as two products of one name.
    private(set) var notices: [String] = []
    private var blocks: [[String]] = []
    private var seen: Set<String> = []
    private var lineCount = 0
    /// Whether lines that follow belong to a diagnostic that was told before.
    private var isSkipping = true

    /// Takes a line.
    mutating func add(_ line: BuildLine) {
        switch line {
        case .step, .phase:
            isSkipping = true
        case .error(let text):
            if begin(text) { errorCount += 1 }
        case .warning(let text):
            guard begin(text) else { return }
            warningCount += 1
            if text.hasPrefix("warning: "), notices.count < Self.maximumNotices { notices.append(text) }
        case .other(let text):
            guard !isSkipping, lineCount < Self.maximumLines, !blocks.isEmpty else { return }
            blocks[blocks.count - 1].append(text)
            lineCount += 1
        }
    }

    /// The errors with their source lines; everything when the build failed without naming one.
    var errors: String {
        let isError = { (block: [String]) in if case .error? = block.first.map(BuildLine.init) { true } else { false } }
        let named = blocks.filter(isError)
        return (named.isEmpty ? blocks : named).map { $0.joined(separator: "\n") }.joined(separator: "\n")
    }

    /// The compiler tells a diagnostic once for each file of a module.
    private mutating func begin(_ text: String) -> Bool {
        isSkipping = !seen.insert(text).inserted || lineCount >= Self.maximumLines
        guard !isSkipping else { return false }
        blocks.append([text])
        lineCount += 1
        return true
    }
}

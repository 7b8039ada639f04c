// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// What the last build was made of and what it left, kept beside it: `swift build` takes seconds to find out that there
/// is nothing to do.
struct BuildRecord: Sendable {
    private static let version = "swift-func build record 1"

    /// The executable.
    let binary: String
    /// The folder of the function.json files.
    let functions: String
    private let path: String

    /// - Parameters:
    ///   - package: The package's folder.
    ///   - product: The product, which is the name of its executable.
    ///   - binary: The executable.
    init(package: String, product: String, binary: String) {
        self.binary = binary
        functions = package + "/functions"
        path = "\(package)/.build/swift-func/\(product).record"
    }

    /// Whether everything is as the last build found it and left it.
    func isCurrent(_ inputs: BuildInputs) -> Bool {
        guard let text = text(inputs), let data = FileManager.default.contents(atPath: path) else { return false }
        return Array(data) == Array(text.utf8)
    }

    /// Notes a build.
    ///
    /// - Parameter inputs: What it was made of.
    func write(_ inputs: BuildInputs) {
        guard let text = text(inputs) else { return }
        let folder = URL(filePath: path).deletingLastPathComponent()
        // Without a record the next start builds.
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    }

    /// Forgets the last build, before another one.
    func remove() { try? FileManager.default.removeItem(atPath: path) }

    private func text(_ inputs: BuildInputs) -> String? {
        guard let inputs = inputs.text, let stamp = FileStamp(binary) else { return nil }
        let files = SourceSnapshot([functions]).files.map { "output \($0.key) \($0.value)" }.sorted()
        return ([Self.version, "output \(binary) \(stamp)"] + files + [inputs]).joined(separator: "\n") + "\n"
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Foundation
import Testing

@Suite("README.md")
struct ReadmeTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("Every Swift snippet stands, to the letter, in code that is compiled")
    func snippets() throws {
        let readme = try text("README.md")
        let snippets = readme.components(separatedBy: "```swift\n").dropFirst().map { part in
            part.components(separatedBy: "```")[0]
        }
        let sources = try ["Examples", "Sources/Handler"].flatMap(swiftFiles).map { try text($0) }
        #expect(snippets.count >= 3)
        for snippet in snippets {
            #expect(sources.contains { $0.contains(snippet) }, "not in any compiled file:\n\(snippet)")
        }
    }

    @Test("Every script that is named exists and can be run")
    func scripts() throws {
        let names = try text("README.md").matches(of: /(scripts|\.ci)\/[a-z-]+/).map { String($0.output.0) }
        #expect(!names.isEmpty)
        for name in Set(names) {
            #expect(FileManager.default.isExecutableFile(atPath: root.appending(path: name).path()), "\(name)")
        }
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private func swiftFiles(_ folder: String) throws -> [String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
        return paths.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }
}

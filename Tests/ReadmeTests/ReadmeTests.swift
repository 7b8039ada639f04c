// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Foundation
import Testing

@Suite("README.md and the documents")
struct ReadmeTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(
        "Every Swift snippet stands, to the letter but for indentation, in code that is compiled",
        arguments: [("README.md", 3), ("docs/triggers.md", 28), ("docs/runtime.md", 1)])
    func snippets(document: String, atLeast count: Int) throws {
        let readme = try text(document)
        let snippets = readme.components(separatedBy: "```swift\n").dropFirst().map { part in
            part.components(separatedBy: "```")[0]
        }
        let sources = try ["Examples", "Sources/Handler", "Tests/AzureFunctionsTests/Manifest"].flatMap(swiftFiles)
            .map { unindented(try text($0)) }
        #expect(snippets.count >= count)
        for snippet in snippets {
            #expect(sources.contains { $0.contains(unindented(snippet)) }, "not in any compiled file:\n\(snippet)")
        }
    }

    @Test("docs/triggers.md shows every function of its example, and links to sections that it has")
    func triggers() throws {
        let document = try text("docs/triggers.md")
        let app = try text("Examples/Triggers/App.swift")
        let names = try #require(app.firstMatch(of: /FunctionApp \{([^}]*)\}/)?.output.1).split { $0.isWhitespace }
        #expect(names.count >= 28)
        for name in names { #expect(document.contains("let \(name) = "), "\(name)") }
        let anchors = document.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
            line.drop { $0 == "#" || $0 == " " }.lowercased().replacing(" ", with: "-")
        }
        for link in document.matches(of: /\]\(#([^)]*)\)/) {
            #expect(anchors.contains(String(link.output.1)), "\(link.output.1)")
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

    private func unindented(_ text: String) -> String {
        text.components(separatedBy: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private func swiftFiles(_ folder: String) throws -> [String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
        return paths.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }
}

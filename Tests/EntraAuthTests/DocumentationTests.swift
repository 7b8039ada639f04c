// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Foundation
import Testing

@testable import EntraAuth

@Suite("docs/validation.md")
struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private let rows: [[String]]

    init() throws {
        let text = try String(contentsOf: Self.root.appending(path: "docs/validation.md"), encoding: .utf8)
        rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(rows.count > 50)
    }

    @Test("Every code is in the table, with its status", arguments: AuthError.Code.all)
    func codes(code: AuthError.Code) {
        let statuses = rows.filter { $0.count == 6 && $0[1] == "`\(code.rawValue)`" }.map { $0[2] }
        #expect(statuses.contains("\(code.status)"), "\(code) \(statuses)")
    }

    @Test("The table has no code that there is not")
    func unknownCodes() {
        let known = Set(AuthError.Code.all.map { "`\($0.rawValue)`" })
        let named = rows.filter { $0.count == 6 && $0[1] != "code" }.map { $0[1] }
        #expect(named.count >= known.count)
        #expect(Set(named).subtracting(known) == [])
    }

    @Test("Every file that is named exists, and the tests hold the rows that are named")
    func files() throws {
        var count = 0
        for row in rows {
            for part in row.flatMap({ $0.split(separator: ";") }) where part.contains(".swift`") {
                let paths = part.split(separator: "`").filter { $0.hasSuffix(".swift") }.map(String.init)
                let texts = try paths.map { try text(of: $0) }
                for id in part.matches(of: /[A-Z0-9]{2,5}-[0-9]{2}/) {
                    #expect(texts.contains { $0.contains(id.output) }, "\(id.output) is not in \(paths)")
                    count += 1
                }
            }
        }
        #expect(count > 70)
    }

    private func text(of path: String) throws -> String {
        let folders = ["Sources/EntraAuth", "Sources", "Tests/EntraAuthTests", "Tests"]
        let files = folders.map { Self.root.appending(path: "\($0)/\(path)") }
        let file = try #require(
            files.first { FileManager.default.fileExists(atPath: $0.path) }, "\(path) does not exist")
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test("The bounds are those of the code")
    func bounds() throws {
        let bounds = Dictionary(rows.filter { $0.count == 3 }.map { ($0[0], $0[1]) }) { first, _ in first }
        let options = KeyStoreOptions()
        #expect(bounds["a request that waits for an unknown key"] == "2.5 s")
        #expect(options.unknownKeyWait == .milliseconds(2_500))
        #expect(bounds["refused `kid`s that are remembered"] == "1,024 for 60 s")
        #expect(options.negativeCapacity == 1_024 && options.negativeLifetime == .seconds(60))
        #expect(bounds["life of an unpublished key; of all keys in an outage"] == "24 h; 48 h")
        #expect(options.keyLifetime == .seconds(24 * 3_600) && options.maximumOutage == .seconds(48 * 3_600))
        #expect(bounds["refreshes for unknown `kid`s"] == "burst of 3, then one in 5 min, at least 30 s apart")
        #expect(options.attemptRefill == .seconds(300) && options.minimumAttemptInterval == .seconds(30))
        #expect(bounds["headers that are remembered"] == "\(HeaderMemo.capacity), each at most 2 KiB")
        #expect(CompactJWS.maximumHeaderSize == 2 << 10)
        #expect(bounds["metadata; key set"] == "64 KiB; 2 MiB and 1,000 keys")
        #expect(FetchLimits.metadata.bodySize == 64 << 10 && FetchLimits.keySet.bodySize == 2 << 20)
        #expect(bounds["connecting; one document"] == "2 s; 5 s, retry included")
        #expect(FetchLimits.metadata.deadline == .seconds(5) && FetchLimits.keySet.deadline == .seconds(5))
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Foundation
import Testing

@Suite("The catalogue's coverage")
struct CoverageTests {
    @Test("Every row of the attack catalogue is named by a test", arguments: rows.keys.sorted())
    func everyRow(group: String) throws {
        let wanted = Set((Self.rows[group] ?? "").split(separator: " ").compactMap { Int($0) })
        #expect(!wanted.isEmpty)
        #expect(wanted.subtracting(try Self.named(in: group)).sorted() == [])
    }

    /// The numbers of a group that the tests' sources name, each alone, in a list with `/` or in a range with `…`.
    private static func named(in group: String) throws -> Set<Int> {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var numbers: Set<Int> = []
        for folder in ["EntraAuthTests", "EntraAuthClientTests", "AzureFunctionsEntraTests"] {
            let files = FileManager.default.enumerator(
                at: tests.appending(path: folder), includingPropertiesForKeys: nil)
            for case let file as URL in try #require(files) where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /\b([A-Z0-9]+)-([0-9]{2}(?:[…\/][0-9]{2})*)/) where match.1 == group {
                    for part in match.2.split(separator: "/") {
                        let ends = part.split(separator: "…").compactMap { Int($0) }
                        if let first = ends.first, let last = ends.last, first <= last {
                            numbers.formUnion(first...last)
                        }
                    }
                }
            }
        }
        return numbers
    }

    private static let rows = [
        "OK": "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22",
        "HTTP": "01 03 04 05 06 07 08 09 10 14 15 16 17 18 19 20 21 22 23 24 27",
        "STR": "02 03 04 05 06 07 08 11 12 13 15 17 18 19 20 21",
        "B64": "03 05 06 07 10 12 13 14 15 16",
        "HDR":
            "01 02 03 04 06 07 08 10 12 13 14 16 17 18 19 23 24 25 26 27 28 29 33 34 35 36 37 40 42 45 46 47 "
            + "49 50 51 54 55 56 57 58 59 60 62 65 67 69 70 72 73 74 75",
        "SIG": "01 05 07 08 09 11 13 15",
        "PAY": "02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 18 19",
        "TIM": "01 02 03 06 07 08 10 11 14 15 17 18 19 20 22 24 26",
        "ISS": "03 04 06 07 08 09 10 12 14 16 19 20 21 23 24 25 28",
        "AUD": "01 03 04 05 06 07 08 10 11 12",
        "AUTHZ": "01 03 04 05 06 07 08 09 10 12 13 14 15 16 17 18 20 21 22 23 26 29 30 31 32 33 34 35 36 37 38",
        "JWKS": "01 02 04 05 06 08 09 10 12 13 14 16 17 18 19 21 23 24 26 27 28 29 32 34 35 36 37 38 40 41",
        "NET": "02 03 04 05 06 09 10 11 13 14 15 16 20 21 22 24 26 27 28",
        "ROT": "01 02 03 04 06 07 10 11 12 14 15 16 17 18 22",
        "LEAK": "01 02 03 04 05 06 07 09",
    ]
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization
import Testing

@testable import SwiftFunc

@Suite("swift-func start: what a build says")
struct BuildLogTests {
    @Test(
        "Lines of swift build are told apart",
        arguments: [
            (
                "[12/40] Compiling Handler Main.swift",
                BuildLine.step(done: 12, total: 40, text: "Compiling Handler Main.swift")
            ),
            ("/a/b.swift:1:2: error: no", .error("/a/b.swift:1:2: error: no")),
            ("error: no such module", .error("error: no such module")),
            ("/a/b.swift:1:2: warning: hm", .warning("/a/b.swift:1:2: warning: hm")),
            ("Fetching https://example.com/x", .phase("Fetching https://example.com/x")),
            ("   |     `- error: no", .other("   |     `- error: no")),
            ("[1/x] Compiling", .other("[1/x] Compiling")),
        ])
    func lines(text: String, line: BuildLine) {
        #expect(BuildLine(text) == line)
    }

    @Test("A diagnostic that the compiler repeats is told once, with its source, and warnings only count")
    func diagnostics() {
        var log = BuildLog()
        for text in [
            "[1/2] Compiling A", "/a.swift:1:1: error: no", "1 | x", "  | `- error: no", "[1/2] Compiling B",
            "/a.swift:2:1: warning: hm", "2 | y", "/a.swift:1:1: error: no", "1 | x", "  | `- error: no",
            "/a.swift:3:1: error: never", "3 | z",
        ] { log.add(BuildLine(text)) }
        #expect(log.errorCount == 2)
        #expect(log.warningCount == 1)
        #expect(
            log.errors
                == "/a.swift:1:1: error: no\n1 | x\n  | `- error: no\n/a.swift:3:1: error: never\n3 | z")
    }

    @Test("Warnings about the package are kept, each once")
    func notices() {
        var log = BuildLog()
        for text in ["warning: two products", "/a.swift:2:1: warning: hm", "warning: two products"] {
            log.add(BuildLine(text))
        }
        #expect(log.notices == ["warning: two products"])
        #expect(log.warningCount == 2)
    }

    @Test("However much a build says, what is kept is bounded")
    func bounds() {
        var log = BuildLog()
        for number in 0..<10_000 { log.add(.error("/a.swift:\(number):1: error: no")) }
        #expect(log.errors.split(separator: "\n").count == 2_000)
    }

    @Test("Progress rewrites one line on a terminal, and is a line now and then elsewhere")
    func status() {
        let written = Mutex("")
        let write: @Sendable (String) -> Void = { text in written.withLock { $0 += text } }
        var terminal = StatusLine(isTerminal: true, write: write)
        terminal.show("one")
        terminal.show("two")
        terminal.finish("done")
        #expect(written.withLock { $0 } == "\r\u{1B}[Kone\r\u{1B}[Ktwo\r\u{1B}[Kdone\n")
        written.withLock { $0 = "" }
        var plain = StatusLine(isTerminal: false, write: write)
        let start = ContinuousClock.now
        plain.show("one", at: start)
        plain.show("two", at: start + .seconds(9))
        plain.show("three", at: start + .seconds(10))
        plain.finish("done")
        #expect(written.withLock { $0 } == "one\nthree\ndone\n")
    }
}

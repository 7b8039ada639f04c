// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import Testing

@testable import SwiftFunc

@Suite("swift-func start: a line for each invocation")
struct InvocationConsoleTests {
    private func line(
        _ message: String, _ category: String = "Function.f", colored: Bool = false
    ) -> InvocationConsole.Line {
        InvocationConsole.line(
            HostLogEntry(level: .info, category: category, message: message), isColored: colored)
    }

    @Test("The host's two lines become one with result and duration")
    func lines() {
        #expect(line("Executing 'Functions.f' (Reason='r', Id=1)") == .hidden)
        #expect(line("Executed 'Functions.f' (Succeeded, Id=1-2, Duration=12ms)") == .replaced("f ok in 12 ms"))
        #expect(
            line("Executed 'Functions.f-2' (Failed, Id=1, Duration=3ms) It broke.\nTwice.")
                == .replaced("f-2 failed in 3 ms: It broke.\nTwice."))
        #expect(
            line("Executed 'Functions.f' (Succeeded, Id=1, Duration=0ms)", colored: true)
                == .replaced("f \u{1B}[32mok\u{1B}[0m in 0 ms"))
    }

    @Test("What a function or the host says otherwise stays as it is")
    func others() {
        #expect(line("Hello", "Function.f.User") == .unchanged)
        #expect(line("Executing 'Functions.f' by hand", "Host.Function.Console") == .unchanged)
        #expect(line("Executed 'Functions.f' somehow") == .unchanged)
    }
}

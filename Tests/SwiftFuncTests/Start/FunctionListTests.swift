// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Testing

@testable import SwiftFunc

@Suite("The list of functions at start (host contract §11.3)")
struct FunctionListTests {
    private struct Silent: HostConsole {
        func log(_ entry: HostLogEntry) {}
    }

    private func functions(_ bindings: [String: String]) throws -> [HostedFunction] {
        let folder = try TemporaryFolder([
            "host.json": #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"handler"}}}"#
        ])
        for (name, text) in bindings { try folder.write(text, to: "\(name)/function.json") }
        return try FunctionsHost(
            options: HostOptions(appRoot: folder.path, environment: [:], console: Silent())
        ).functions
    }

    private func http(_ fields: String = "") -> String {
        #"{"bindings":[{"type":"httpTrigger","direction":"in","name":"req","authLevel":"anonymous"\#(fields)},"#
            + #"{"type":"http","direction":"out","name":"res"}]}"#
    }

    private func lines(_ functions: [HostedFunction], tenant: String? = nil) -> [String] {
        FunctionList(
            functions: functions, baseURL: "http://localhost:7071", tenant: tenant, stateDirectory: nil, keys: nil
        ).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("HTTP functions come first with methods and address, then others with their trigger, disabled ones last")
    func order() throws {
        let timer = #"{"type":"timerTrigger","direction":"in","name":"t","schedule":"0 0 * * * *"}"#
        let functions = try functions([
            "all": http(), "hello": http(#","methods":["get","post"],"route":"hello/{id:int}""#),
            "another": #"{"bindings":[\#(timer)]}"#, "old": #"{"disabled":true,"bindings":[\#(timer)]}"#,
        ])
        #expect(
            lines(functions).prefix(11) == [
                "", "Functions:", "", "\tall:  http://localhost:7071/api/all", "",
                "\thello: [GET,POST] http://localhost:7071/api/hello/{id:int}", "", "\tanother: timerTrigger", "",
                "Function old is disabled.", "Development page: http://localhost:7071/_dev",
            ])
        #expect(lines(functions).last == "For detailed output, run swift-func with --verbose flag.")
    }

    @Test("A call to paste carries a token only when there is a tenant")
    func call() throws {
        let functions = try functions(["all": http()])
        #expect(lines(functions).contains("Try: curl -i http://localhost:7071/api/all"))
        let call = "Try: curl -i -H \"Authorization: Bearer $(swift-func token)\" http://localhost:7071/api/all"
        #expect(lines(functions, tenant: "https://localhost:8443").contains(call))
    }

    @Test("An app without functions says what to do")
    func none() throws {
        #expect(lines([]).contains { $0.contains("swift-func manifest") })
    }
}

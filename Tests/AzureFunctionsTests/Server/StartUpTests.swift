// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import StrictJSON
import Testing

@Suite(.timeLimit(.minutes(5))) struct `The start-up` {
    private struct NotReady: Error {}

    private final class Slow: AppComponent {
        let gate = Gate()
        let fails: Bool

        init(fails: Bool) { self.fails = fails }

        var problems: [Problem] { [] }

        func prepare() async throws {
            await gate.wait()
            if fails { throw NotReady() }
        }

        func run() async throws {}
    }

    private struct SlowGuard: RequestGuard {
        let component: Slow

        func check(_ request: FunctionRequest, _ context: InvocationContext) async throws(Rejection) {}

        var components: [any AppComponent] { [component] }
    }

    private func app(_ component: Slow) -> FunctionApp {
        FunctionApp(authLevel: .anonymous) {
            HTTPFunction("ready", guardedBy: SlowGuard(component: component)) { _, _, _ in .text("yes") }
        }
    }

    @Test func `The port is open while components prepare: probes are answered, invocations wait`() async throws {
        let component = Slow(fails: false)
        try await app(component).withServer { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(RawRequest.invoke("ready", EnvelopeSamples.h1))
                let probe = try await exchange(port, RawRequest.plain("GET", "/"))
                #expect(probe.status == 200)
                component.gate.open()
                let response = try await connection.response()
                #expect(response.json?["Outputs"]?["res"]?["body"] == "yes")
            }
        }
    }

    @Test func `When a component cannot be prepared, what waits is refused and the app ends with the error`()
        async throws
    {
        let component = Slow(fails: true)
        await #expect(throws: NotReady.self) {
            try await app(component).withServer { port in
                try await RawConnection.with(port: port) { connection in
                    let request = RawRequest.invoke("ready", EnvelopeSamples.h1, more: "Expect: 100-continue\r\n")
                    try await connection.send(String(request.dropLast(EnvelopeSamples.h1.count)))
                    #expect(try await connection.response().status == 100)
                    component.gate.open()
                    try await connection.send(EnvelopeSamples.h1)
                    #expect(try await connection.response().json?["code"] == "shutting_down")
                }
            }
        }
    }

    @Test func `Settings that are no numbers are reported with all other problems`() async {
        let error = await #expect(throws: ConfigurationError.self) {
            try await app(Slow(fails: false)).serve(
                settings: [
                    "FUNCTIONS_CUSTOMHANDLER_PORT": "x", "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT": "1 MB",
                    "Handler__MaximumConcurrentInvocations": "0", "Handler__MaximumWaitingInvocations": "-1",
                    "Handler__DrainSeconds": "long",
                ], logger: .silent)
        }
        #expect(error?.problems.map(\.code) == Array(repeating: .setting, count: 5))
    }
}

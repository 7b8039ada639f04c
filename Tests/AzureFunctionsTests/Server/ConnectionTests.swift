// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import StrictJSON
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Connections` {
    private let forwarding: JSONValue = ["customHandler": ["enableForwardingHttpRequest": true]]

    @Test func `Pipelined requests are answered in order, also when the first takes longer`() async throws {
        let gate = Gate()
        let reached = Gate()
        let app = FunctionApp {
            HTTPFunction("slow") { _, context in
                reached.open()
                await gate.wait()
                return .text(context.invocationID)
            }
            HTTPFunction("fast") { _, context in .text(context.invocationID) }
        }
        try await app.withServer { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(
                    RawRequest.invoke("slow", EnvelopeSamples.h1, id: "first")
                        + RawRequest.invoke("fast", EnvelopeSamples.h1, id: "second")
                        + RawRequest.invoke("fast", EnvelopeSamples.h1, id: "third"))
                await reached.wait()
                gate.open()
                for id in ["first", "second", "third"] {
                    let response = try await connection.response()
                    #expect(response.json?["Outputs"]?["res"]?["body"] == .string(id))
                }
            }
        }
    }

    @Test func `A connection is kept and used again, also after a refusal`() async throws {
        try await sampleApp().withServer { port in
            try await RawConnection.with(port: port) { connection in
                for number in 0..<20 {
                    let isGood = number % 2 == 0
                    try await connection.send(RawRequest.invoke("hello", isGood ? EnvelopeSamples.h1 : "{"))
                    #expect(try await connection.response().status == (isGood ? 200 : 400))
                }
            }
        }
    }

    @Test(arguments: [("HTTP/1.1", "Connection: close\r\n"), ("HTTP/1.0", "")])
    func `A client that does not want to keep it has the connection closed`(
        version: String, field: String
    ) async throws {
        try await sampleApp().withServer { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send("GET / \(version)\r\nHost: x\r\n\(field)\r\n")
                let response = try await connection.response()
                #expect(response.status == 200)
                #expect(response["connection"] == "close")
                #expect(await connection.rest().isEmpty)
            }
        }
    }

    @Test func `HEAD has the length of the body and no body, and the connection stays in step`() async throws {
        try await sampleApp().withServer(hostJSON: forwarding) { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(RawRequest.plain("HEAD", "/api/hello/7"))
                let head = try await connection.response(hasBody: false)
                #expect(head.status == 200)
                try await connection.send(RawRequest.plain("GET", "/api/hello/7"))
                let get = try await connection.response()
                #expect(head["content-length"] == "\(get.body.count)")
                #expect(get.text.hasPrefix("hello 7 "))
            }
        }
    }

    @Test func `A hundred clients at once each get their own answer`() async throws {
        try await sampleApp().withServer { port in
            let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        try await RawConnection.with(port: port) { connection in
                            var isRight = true
                            for turn in 0..<5 {
                                let id = "client-\(number)-\(turn)"
                                try await connection.send(RawRequest.invoke("hello", EnvelopeSamples.h1, id: id))
                                let body = try await connection.response().json?["Outputs"]?["res"]?["body"]
                                isRight = isRight && body == .string("hello 7 \(id)")
                            }
                            return isRight
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 0 : 1 }
            }
            #expect(wrong == 0)
        }
    }

    @Test func `A client that hangs up during a call cancels it, and nobody else's`() async throws {
        let reached = Gate()
        let cancelled = Gate()
        let app = FunctionApp {
            HTTPFunction("wait") { _, _ in
                reached.open()
                await withTaskCancellationHandler {
                    await cancelled.wait()
                } onCancel: {
                    cancelled.open()
                }
                return .status(.ok)
            }
            HTTPFunction("hello") { _, _ in .status(.ok) }
        }
        try await app.withServer { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(RawRequest.invoke("wait", EnvelopeSamples.h1))
                await reached.wait()
            }
            await cancelled.wait()
            #expect(try await exchange(port, RawRequest.invoke("hello", EnvelopeSamples.h1)).status == 200)
        }
    }

    @Test func `A handler that goes to another thread and back is answered`() async throws {
        let app = FunctionApp {
            HTTPFunction("hop") { _, _ in
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 { group.addTask { await Task.yield() } }
                }
                return .text(await MainActor.run { "back" })
            }
        }
        try await app.withServer { port in
            let response = try await exchange(port, RawRequest.invoke("hop", EnvelopeSamples.h1))
            #expect(response.json?["Outputs"]?["res"]?["body"] == "back")
        }
    }
}

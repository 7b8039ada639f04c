// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import StrictJSON
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Streamed bodies` {
    private func upload(_ path: String, length: Int, more: String = "") -> String {
        RawRequest.plain("POST", "/api/\(path)", more: "\(more)Content-Length: \(length)\r\n")
    }

    @Test func `The function starts with the head, and reads the body as it comes`() async throws {
        let (reached, seen) = (Gate(), Probe<Int>())
        let app = FunctionApp {
            HTTPFunction("read", streaming: .request) { request, _ in
                for try await chunk in request.body.chunks {
                    seen.record(chunk.count)
                    reached.open()
                }
                return .text("\(seen.values.reduce(0, +))")
            }
        }
        try await app.withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(upload("read", length: 6) + "abc")
                await reached.wait()
                try await connection.send("def")
                #expect(try await connection.response().text == "6")
            }
        }
        #expect(seen.values == [3, 3])
    }

    @Test func `A streamed answer comes in chunks, and the connection serves on`() async throws {
        try await streamingApp().withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                for _ in 0..<3 {
                    try await connection.send(RawRequest.plain("GET", "/api/parts"))
                    let response = try await connection.response()
                    #expect(response.status == 200)
                    #expect(response["transfer-encoding"] == "chunked")
                    #expect(response["content-length"] == nil)
                    #expect(response.text == "one two three")
                }
            }
        }
    }

    @Test func `HEAD gets the head of a streamed answer alone, and the connection serves on`() async throws {
        let seen = Probe<String>()
        try await streamingApp(seen).withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                for path in ["parts", "sized"] {
                    try await connection.send(RawRequest.plain("HEAD", "/api/\(path)"))
                    let response = try await connection.response(hasBody: false)
                    #expect(response.status == 200)
                    #expect(response["transfer-encoding"] == nil)
                    #expect(response["content-length"] == (path == "sized" ? "5" : nil))
                }
                #expect(seen.values.isEmpty)
                try await connection.send(RawRequest.plain("GET", "/api/parts"))
                #expect(try await connection.response().text == "one two three")
            }
        }
    }

    @Test func `To a client of HTTP 1.0 the end of the connection is the end of the body`() async throws {
        try await streamingApp().withServer(hostJSON: .proxying) { port in
            let answer = await bytes(
                port, "GET /api/parts HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", halfCloses: false)
            let text = String(decoding: answer, as: UTF8.self)
            #expect(text.hasPrefix("HTTP/1.0 200 OK\r\n"))
            #expect(!text.lowercased().contains("transfer-encoding"))
            #expect(text.lowercased().contains("connection: close"))
            #expect(text.hasSuffix("\r\n\r\none two three"))
        }
    }

    @Test func `An announced length is kept`() async throws {
        try await streamingApp().withServer(hostJSON: .proxying) { port in
            let response = try await exchange(port, RawRequest.plain("GET", "/api/sized"))
            #expect(response["transfer-encoding"] == nil)
            #expect(response.text == "12345")
        }
    }

    @Test(arguments: ["4", "6"]) func `A body of another length than announced breaks off`(length: String) async throws
    {
        let log = TestLog()
        try await streamingApp().withServer(hostJSON: .proxying, logger: log.logger) { port in
            let answer = await bytes(port, RawRequest.plain("GET", "/api/sized?length=\(length)"), halfCloses: false)
            #expect(String(decoding: answer, as: UTF8.self).hasSuffix(length == "4" ? "\r\n\r\n12" : "\r\n\r\n12345"))
        }
    }

    @Test func `A failure in the middle never looks like an end`() async throws {
        let log = TestLog()
        try await streamingApp().withServer(hostJSON: .proxying, logger: log.logger) { port in
            let text = String(
                decoding: await bytes(port, RawRequest.plain("GET", "/api/broken"), halfCloses: false), as: UTF8.self)
            #expect(text.hasSuffix("5\r\nbegun\r\n"))
            let next = try await exchange(port, RawRequest.plain("GET", "/api/parts"))
            #expect(next.status == 200)
        }
        #expect(log.text.contains("the source dried up"))
    }

    @Test func `A client that hangs up has the function cancelled`() async throws {
        let (ended, seen) = (Gate(), Probe<Bool>())
        let app = FunctionApp {
            HTTPFunction("endless", streaming: .response) { _, _ in
                .stream(contentType: "text/plain") { writer in
                    defer {
                        seen.record(Task.isCancelled)
                        ended.open()
                    }
                    while true { try await writer.write(Array(repeating: 65, count: 100_000)) }
                }
            }
        }
        try await app.withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(RawRequest.plain("GET", "/api/endless"))
                _ = try await connection.part()
            }
            await ended.wait()
        }
        #expect(seen.values.count == 1)
    }

    @Test func `A client that hangs up in the middle of its body is an error to the reader`() async throws {
        let (reached, ended, seen) = (Gate(), Gate(), Probe<String>())
        let app = FunctionApp {
            HTTPFunction("read", streaming: .request) { request, _ in
                defer { ended.open() }
                do {
                    for try await _ in request.body.chunks { reached.open() }
                } catch { seen.record("\(type(of: error))") }
                return .text("")
            }
        }
        try await app.withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(upload("read", length: 6) + "abc")
                await reached.wait()
            }
            await ended.wait()
        }
        #expect(["RequestBodyError", "CancellationError"].contains(seen.last))
    }

    @Test func `100 MB go through in both directions, and only a little of it is on the way`() async throws {
        let (size, part) = (100 << 20, Array(repeating: UInt8(ascii: "x"), count: 64 << 10))
        let (sent, taken, back) = (Counter(), Counter(), Counter())
        let app = FunctionApp {
            HTTPFunction("echo", streaming: [.request, .response], maximumBodySize: size) { request, _ in
                .stream(contentType: "application/octet-stream") { writer in
                    for try await chunk in request.body.chunks {
                        sent.noteLag(behind: taken.add(chunk.count))
                        try await writer.write(chunk)
                    }
                }
            }
        }
        try await app.withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(upload("echo", length: size))
                let send = connection.sender
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        while sent.value < size {
                            sent.add(part.count)
                            try await send(part)
                        }
                    }
                    var (start, end): ([UInt8], [UInt8]) = ([], [])
                    while end != Array("\r\n0\r\n\r\n".utf8), let bytes = try await connection.part() {
                        if start.isEmpty { start = Array(bytes.prefix(15)) }
                        end = (end + bytes.suffix(7)).suffix(7)
                        taken.noteLag(behind: back.add(bytes.count))
                    }
                    #expect(start == Array("HTTP/1.1 200 OK".utf8))
                    try await group.waitForAll()
                }
            }
        }
        #expect(taken.value == size)
        #expect(back.value > size)
        // What lies in the sockets' buffers is the system's business, and Linux lets a receiver's grow to 32 MB.
        #expect(sent.maximumLag < 64 << 20)
        #expect(taken.maximumLag < 64 << 20)
    }

    @Test func `Server-sent events keep their form, whatever their text`() async throws {
        try await streamingApp().withServer(hostJSON: .proxying) { port in
            let response = try await exchange(port, RawRequest.plain("GET", "/api/events"))
            #expect(response["content-type"] == "text/event-stream")
            #expect(response["cache-control"] == "no-cache")
            #expect(
                response.text
                    == ":hello there\n\nevent: notedata: forged\nid: 7\nretry: 50\ndata: a\ndata: b\ndata: c\n\n")
        }
    }

    @Test func `A refused upload gets its answer without sending the body`() async throws {
        try await streamingApp().withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(upload("guarded", length: 1_000_000, more: "Expect: 100-continue\r\n"))
                let response = try await connection.response()
                #expect(response.status == 403)
                #expect(response["connection"] == "close")
                #expect(await connection.rest().isEmpty)
            }
        }
    }

    @Test func `A client that waits for 100 Continue gets it when the function wants the body`() async throws {
        try await streamingApp().withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(upload("count", length: 3, more: "Expect: 100-continue\r\n"))
                #expect(try await connection.response().status == 100)
                try await connection.send("abc")
                #expect(try await connection.response().text == "3")
            }
        }
    }

    @Test func `An answer before the end of the body reaches a client that goes on sending`() async throws {
        let part = Array(repeating: UInt8(0), count: 100_000)
        try await streamingApp().withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(upload("guarded", length: 2_000_000))
                for _ in 0..<20 { try await connection.send(part) }
                #expect(try await connection.response().status == 403)
            }
        }
    }

    @Test func `A streamed body over the limit is a 413`() async throws {
        try await streamingApp().withServer(hostJSON: .proxying) { port in
            let announced = try await exchange(port, upload("count", length: 1 << 20 + 1))
            #expect(announced.status == 413)
            let chunk = "80000\r\n" + String(repeating: "x", count: 0x80000) + "\r\n"
            try await RawConnection.with(port: port) { connection in
                try await connection.send(
                    RawRequest.plain("POST", "/api/count", more: "Transfer-Encoding: chunked\r\n") + chunk + chunk
                        + chunk)
                let response = try await connection.response()
                #expect(response.status == 413)
                #expect(response.json?["code"] == "payload_too_large")
            }
        }
    }

    @Test(arguments: [("careless", "not_collected"), ("misled", "not_collected"), ("twice", "already_read")])
    func `A function that misses its streamed body is a 500 that says why`(path: String, code: String) async throws {
        let log = TestLog()
        try await streamingApp().test(hostJSON: .proxying, logger: log.logger) { client in
            let response = try await client.post("/api/\(path)", body: Array("[1]".utf8))
            #expect(response.status == .internalServerError)
        }
        #expect(log.text.contains(code))
    }

    @Test func `A collected part is bounded by its own limit`() async throws {
        try await streamingApp().test(hostJSON: .proxying) { client in
            for (body, status) in [("12345678", 200), ("123456789", 413), ("", 200)] {
                let response = try await client.post("/api/collected", body: Array(body.utf8))
                #expect(response.status.code == status)
                #expect(status != 200 || response.body == Array(body.utf8))
            }
        }
    }

    @Test func `In process, bodies stream both ways at the reader's pace`() async throws {
        let (parts, seen) = (Probe<String>(), Probe<String>())
        let (body, send) = AsyncStream.makeStream(of: [UInt8].self)
        send.yield(Array("1".utf8))
        try await streamingApp(seen).test(hostJSON: .proxying) { client in
            let response = try await client.send(method: .post, path: "/api/echo", streaming: body) { chunk in
                let text = String(decoding: chunk, as: UTF8.self)
                parts.record(text)
                if text == "3" { send.finish() } else { send.yield(Array("\((Int(text) ?? 0) + 1)".utf8)) }
            }
            #expect(response.body == Array("123".utf8))
        }
        #expect(parts.values == ["1", "2", "3"])
    }

    @Test func `Where the host calls by envelope, a function that streams is a problem at the start`() throws {
        let error = #expect(throws: ConfigurationError.self) { try Door(streamingApp()) }
        #expect(Set(error?.problems.map(\.code) ?? []) == [.streaming])
        #expect(error?.description.contains("enableProxyingHttpRequest") == true)
    }

    @Test func `A streamed answer nobody announced fails by envelope with the switch that helps`() async throws {
        let log = TestLog()
        let app = FunctionApp { HTTPFunction("late") { _, _ in .stream(contentType: "text/plain") { _ in } } }
        let response = try await Door(app, logger: log.logger).invoke("late", EnvelopeSamples.h1)
        #expect(response.output?["statusCode"] == 500)
        #expect(log.text.contains("A streamed body") && log.text.contains("in host.json"))
    }
}

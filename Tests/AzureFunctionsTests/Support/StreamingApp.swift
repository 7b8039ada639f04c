// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import StrictJSON

extension JSONValue {
    /// A host.json with which the host streams to the handler (host contract §4.4).
    static let proxying: JSONValue = ["customHandler": ["enableProxyingHttpRequest": true]]
}

/// Functions that stream.
func streamingApp(_ seen: Probe<String> = Probe()) -> FunctionApp {
    FunctionApp(authLevel: .anonymous) {
        HTTPFunction("count", methods: [.post], streaming: .request, maximumBodySize: 1 << 20) { request, _ in
            var count = 0
            for try await chunk in request.body.chunks {
                count += chunk.count
                seen.record(String(decoding: chunk, as: UTF8.self))
            }
            return .text("\(count)")
        }
        HTTPFunction("echo", methods: [.post], streaming: [.request, .response], maximumBodySize: 1 << 30) {
            request, _ in .stream(request.body.chunks, contentType: "application/octet-stream")
        }
        HTTPFunction("parts", methods: [.get, .head], streaming: .response) { _, _ in
            .stream(contentType: "text/plain") { writer in
                seen.record("called")
                for part in ["one ", "two ", "", "three"] { try await writer.write(part) }
            }
        }
        HTTPFunction("sized", methods: [.get, .head], streaming: .response) { request, _ in
            .stream(contentType: "text/plain", headers: [.contentLength: request.query["length"] ?? "5"]) { writer in
                try await writer.write("12")
                try await writer.write("345")
            }
        }
        HTTPFunction("broken", methods: [.get], streaming: .response) { _, _ in
            .stream(contentType: "text/plain") { writer in
                try await writer.write("begun")
                throw BadRequest("the source dried up")
            }
        }
        HTTPFunction("events", methods: [.get], streaming: .response) { _, _ in
            .events { stream in
                try await stream.comment("hello\nthere")
                try await stream.send(
                    ServerSentEvent(data: "a\nb\r\nc", event: "note\ndata: forged", id: "7", retry: 50))
            }
        }
        HTTPFunction("careless", methods: [.post], streaming: .request) { request, _ in
            .text("\(request.body.bytes.count)")
        }
        HTTPFunction("misled", methods: [.post], streaming: .request) { request, _ in
            try .json(request.body.decode([Int].self))
        }
        HTTPFunction("twice", methods: [.post], streaming: .request) { request, _ in
            _ = try await request.body.collect(upTo: 100)
            return .text(try await request.body.collect(upTo: 100).text)
        }
        HTTPFunction("collected", methods: [.post], streaming: .request) { request, _ in
            .text(try await request.body.collect(upTo: 8).text)
        }
        HTTPFunction(
            "guarded", methods: [.post], guardedBy: NotingGuard("g", Probe(), refuses: true), streaming: .request
        ) { request, _, _ in
            .text(try await request.body.collect(upTo: 100).text)
        }
        HTTPFunction("whole", methods: [.post], maximumBodySize: 8) { request, _ in .text(request.body.text) }
    }
}

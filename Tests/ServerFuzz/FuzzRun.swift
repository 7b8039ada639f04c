// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import AzureFunctions
import FoundationEssentials
import HTTPTypes
import Logging
import NIOHTTP1
package import StrictJSON

/// Changed requests for a small app: each must get an answer, or its connection an end.
package struct FuzzRun: Sendable {
    /// An answer that the handler must never give.
    package struct Finding: Error, CustomStringConvertible {
        package let description: String
    }

    /// One function of each kind; no function touches anything outside.
    package static var app: FunctionApp {
        FunctionApp(authLevel: .anonymous) {
            HTTPFunction("hello", route: "hello/{id?}", methods: [.get, .post, .head]) { request, context in
                .text("\(request.parameters["id"] ?? "-") \(request.query["x"] ?? "") \(request.headers.count)")
            }
            HTTPFunction("echo", methods: [.post]) { request, _ in
                .bytes(request.body.bytes, contentType: request.headers[.contentType] ?? "text/plain")
            }
            HTTPFunction("stream", methods: [.post], streaming: [.request, .response], maximumBodySize: 64) {
                request, _ in
                .stream(request.body.chunks, contentType: "text/plain")
            }
            TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in }
        }
    }

    package static let hostJSON: JSONValue = ["customHandler": ["enableProxyingHttpRequest": true]]
    private static let head =
        "Host: a\r\nX-Azure-Functions-InvocationId: 0f8fad5b-d9cb-469f-a165-70867728950e\r\n"
        + "Content-Type: application/json\r\n"
    private static let timer =
        #"{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2024-10-24T10:00:00+00:00","#
        + #""Next":"2024-10-24T10:05:00+00:00"},"IsPastDue":true}},"Metadata":{"sys":{"MethodName":"tick"}}}"#
    private static let http =
        #"{"Data":{"req":{"Url":"http://a/api/hello/7?x=1","Method":"POST","Query":{"x":"1"},"Headers":{"A":["b"]},"#
        + #""Params":{"id":"7"},"Identities":[],"Body":"{\"n\":1}"}},"Metadata":{"Query":{"x":"1"},"RetryContext":"#
        + #"{"RetryCount":1,"MaxRetryCount":2}}}"#
    private static let requests = [
        "POST /tick HTTP/1.1\r\n\(head)Content-Length: \(timer.utf8.count)\r\n\r\n\(timer)",
        "GET /api/hello/7?x=%41 HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n",
        "POST /api/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX: y\r\n\r\n",
        "POST /api/stream HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n5\r\ndefgh\r\n0\r\n\r\n",
        "POST /api/stream HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc",
        "HEAD / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    ].map { Array($0.utf8) }

    private let seed: UInt64
    private let count: Int

    /// - Parameters:
    ///   - seed: The same seed makes the same changes.
    ///   - count: How many requests.
    package init(seed: UInt64, count: Int) {
        self.seed = seed
        self.count = count
    }

    /// Changed envelopes, straight into the dispatcher.
    ///
    /// - Throws: ``Finding``.
    package func envelopes() async throws {
        let host = HostConfiguration()
        var app = FunctionApp(authLevel: .anonymous) {
            HTTPFunction("hello") { request, _ in
                .text("\(request.url) \(request.query.values("x")) \(request.headers) \(request.body.text)")
            }
            TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in }
        }
        app.options.maximumBodySize = 1 << 20
        let dispatcher = Dispatcher(
            registry: try app.registry(host: host), host: host, isDevelopment: false, logger: Self.silent)
        let headers: HTTPHeaders = [
            "Content-Type": "application/json",
            "X-Azure-Functions-InvocationId": "0f8fad5b-d9cb-469f-a165-70867728950e",
        ]
        let samples = [("hello", Array(Self.http.utf8)), ("tick", Array(Self.timer.utf8))]
        var mutator = Mutator(seed: seed)
        for _ in 0..<count {
            let (name, bytes) = samples[mutator.below(samples.count)]
            let body = mutator.mutate(bytes)
            let response = await dispatcher.respond(
                to: HandlerRequest(method: .POST, target: "/\(name)", headers: headers, body: body))
            // What an event's function cannot read fails the invocation, so that the host tries again.
            let isExpected =
                [200, 400].contains(response.status.code) || (name == "tick" && response.status.code == 500)
            guard isExpected, case .object? = try? JSONValue(parsing: response.body) else {
                throw Finding(
                    description: "\(name): \(response.status.code) for \(String(decoding: body, as: UTF8.self))")
            }
        }
    }

    /// Changed requests, each on a connection of its own.
    ///
    /// - Parameter port: Where ``app`` serves.
    /// - Throws: ``Finding``, or what keeps a connection from opening.
    package func requests(port: Int) async throws {
        var mutator = Mutator(seed: seed)
        for _ in 0..<count {
            let request = mutator.mutate(Self.requests[mutator.below(Self.requests.count)])
            let answer = try await FuzzClient.exchange(request, port: port)
            guard answer.isEmpty || answer.starts(with: Array("HTTP/1.".utf8)) else {
                throw Finding(
                    description: "\(String(decoding: answer, as: UTF8.self)) for "
                        + String(decoding: request, as: UTF8.self))
            }
        }
    }

    static let silent = Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() }
}

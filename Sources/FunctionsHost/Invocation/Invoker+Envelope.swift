// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import NIOCore
import NIOHTTP1
import StrictJSON

extension Invoker {
    /// Posts an envelope and reads the result (host contract §4.2).
    func post(
        _ envelope: JSONValue, _ function: FunctionMetadata, _ id: String
    ) async throws(InvocationFailure) -> HandlerResult {
        let body = ByteBuffer(bytes: envelope.serialized())
        var head = HTTPRequestHead(version: .http1_1, method: .POST, uri: "/\(function.name)")
        head.headers.add(name: "Host", value: "127.0.0.1:\(supervisor.client.port)")
        HostHeaders.set(id, on: &head.headers)
        head.headers.add(name: "User-Agent", value: HostHeaders.userAgent)
        head.headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
        head.headers.add(name: "Content-Length", value: "\(body.readableBytes)")
        let start = ContinuousClock.now
        let reply = try await call(head, body, function, id)
        guard let result = try ReplyReader.read(reply) else {
            log.quirk(
                .emptyAnswerHangs, function.name,
                "The handler answered \(reply.status) with an empty or null body. The host takes that for no answer and waits "
                    + "until the function's time is up; answer at least {}.", id: id)
            try await waitForTimeout(function, id, since: start)
        }
        for line in result.logs { log.user(function.name, line, id: id) }
        return result
    }

    /// Names what happens to a body on its way into the envelope (host contract §7.2).
    func warnAboutBody(_ function: FunctionMetadata, _ request: ClientRequest, _ attempt: InvocationTry) {
        if request.isChunked {
            log.quirk(
                .chunkedBodyLost, function.name,
                "The request to '\(function.name)' is chunked: the host drops a body without Content-Length in this mode. "
                    + "Use enableProxyingHttpRequest, or send Content-Length.", id: attempt.id)
        }
    }
}

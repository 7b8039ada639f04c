// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import NIOCore
import NIOHTTP1
import StrictJSON

extension Invoker {
    /// As many as .NET follows.
    private static let maximumRedirects = 50

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
        // The journal is written while the handler works.
        let first = try await call(head, body, function, id) { trace.envelope(envelope, function, id: id) }
        let reply = try await followed(first, head, body, function, id)
        let reading = Result { () throws(InvocationFailure) in try ReplyReader.read(reply) }
        trace.reply(reply, (try? reading.get())?.json, function, id: id)
        if !(200..<300).contains(reply.status), !reply.body.isEmpty {
            log.quirk(
                .logsLost, function.name,
                "The handler answered \(reply.status): the host drops the body, Outputs and Logs of such an answer. Write "
                    + "what matters to standard error first.", id: id)
        }
        guard let result = try reading.get() else {
            log.quirk(
                .emptyAnswerHangs, function.name,
                "The handler answered \(reply.status) with an empty or null body. The host takes that for no answer and waits "
                    + "until the function's time is up; answer at least {}.", id: id)
            try await waitForTimeout(function, id, since: start)
        }
        for line in result.logs { log.user(function.name, line, id: id) }
        return result
    }

    /// Follows redirects of the handler to itself, as the host's HTTP client does unless forwarding is on (host contract
    /// §4.2); a redirect elsewhere fails, since an emulator has no business there.
    private func followed(
        _ first: HandlerReply, _ head: HTTPRequestHead, _ body: ByteBuffer, _ function: FunctionMetadata, _ id: String
    ) async throws(InvocationFailure) -> HandlerReply {
        var reply = first, head = head, body: ByteBuffer? = body
        for _ in 0..<Self.maximumRedirects {
            guard configuration.followsRedirects, [301, 302, 303, 307, 308].contains(reply.status),
                let location = reply.head.headers.first(name: "Location")
            else { return reply }
            log.quirk(
                .redirectFollowed, function.name,
                "The handler answered an envelope with \(reply.status): the host follows it to \(Redaction.text(location)) by "
                    + "itself. Put the status into the output's statusCode instead.", id: id)
            guard let target = RedirectTarget(location, from: head.uri, port: supervisor.client.port) else {
                throw InvocationFailure(
                    "The redirect to \(Redaction.text(location)) leaves the handler; it is not followed here.")
            }
            head.uri = target.uri
            if reply.status < 307 {
                head.method = .GET
                body = nil
                head.headers.remove(name: "Content-Type")
                head.headers.remove(name: "Content-Length")
            }
            reply = try await call(head, body, function, id)
        }
        return reply
    }

    /// Names what happens to a body on its way into the envelope (host contract §7.2).
    func warnAboutBody(_ function: FunctionMetadata, _ request: ClientRequest, _ attempt: InvocationTry) {
        if request.isChunked {
            log.quirk(
                .chunkedBodyLost, function.name,
                "The request to '\(function.name)' is chunked: the host drops a body without Content-Length in this mode. "
                    + "Use enableProxyingHttpRequest, or send Content-Length.", id: attempt.id)
        }
        guard !request.body.isEmpty, request.mediaType != "application/octet-stream",
            !request.mediaType.hasPrefix("multipart/")
        else { return }
        if String(validating: request.body, as: UTF8.self) == nil {
            log.quirk(
                .binaryBodyCorrupted, function.name,
                "The body of the request to '\(function.name)' is not UTF-8, and its type '\(request.mediaType)' is text to the "
                    + "host: bytes are lost. Send application/octet-stream, or use forwarding or proxying.",
                id: attempt.id)
        }
        let members = (try? JSONValue(parsing: request.body))?.object ?? [:]
        for member in members {
            guard let text = member.value.string, let date = NewtonsoftDate(text) else { continue }
            log.quirk(
                .dateRewritten, function.name,
                "Metadata.\(member.name) holds \"\(date.invariant)\" for \"\(text)\": dates of a JSON body are rewritten. Read "
                    + "the body itself.", id: attempt.id)
        }
    }
}

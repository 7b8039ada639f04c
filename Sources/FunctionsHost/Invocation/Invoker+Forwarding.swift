// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import NIOCore
import NIOHTTP1

extension Invoker {
    /// Content headers that the host loses on the way, as .NET keeps them apart from the others.
    private static let lostHeaders: Set<String> = [
        "allow", "content-disposition", "content-encoding", "content-language", "content-location", "content-md5",
        "content-range", "expires", "last-modified",
    ]
    static let connectionHeaders: Set<String> = [
        "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ]

    /// Passes a request on as it is, buffered (host contract §4.3).
    func forward(
        _ function: FunctionMetadata, _ request: ClientRequest, _ attempt: InvocationTry
    ) async throws(InvocationFailure) -> HTTPAnswer {
        if request.isChunked {
            log.quirk(
                .chunkedRequestNotForwarded, function.name,
                "The request to '\(function.name)' is chunked: the host cannot forward it. Use enableProxyingHttpRequest, or "
                    + "send Content-Length.", id: attempt.id)
            throw InvocationFailure(
                "'Transfer-Encoding: chunked' header can not be used when content object is not specified.")
        }
        warnAboutForwarding(function, request, attempt)
        let path = configuration.isLegacySection ? "/\(function.name)" : request.path
        var head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: request.method), uri: path + Self.query(request))
        for header in request.headers {
            guard !Self.lostHeaders.contains(header.key), header.key != "content-length", header.key != "user-agent"
            else { continue }
            head.headers.add(name: header.name, value: header.value)
        }
        head.headers.remove(name: "Connection")
        HostHeaders.set(attempt.id, on: &head.headers)
        head.headers.add(
            name: "User-Agent", value: (request.values("user-agent") + [HostHeaders.userAgent]).joined(separator: " "))
        if request.body.isEmpty { head.headers.remove(name: "Content-Type") }
        if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
            head.headers.add(name: "Content-Length", value: "\(request.body.count)")
        }
        let body = request.body.isEmpty ? nil : ByteBuffer(bytes: request.body)
        let reply = try await call(head, body, function, attempt.id) { [head] in
            trace.message(
                "-> \(request.method) \(head.uri)", head.headers, body: request.body, function, id: attempt.id)
        }
        trace.message("<- \(reply.status)", reply.head.headers, body: reply.body, function, id: attempt.id)
        if reply.status >= 500, attempt.retry != nil {
            log.quirk(
                .notRetried, function.name,
                "'\(function.name)' has a retry policy and answered \(reply.status): forwarded answers count as success, "
                    + "whatever their status.", id: attempt.id)
        }
        return Self.answer(reply)
    }

    private func warnAboutForwarding(_ function: FunctionMetadata, _ request: ClientRequest, _ attempt: InvocationTry) {
        let lost = request.headers.filter { Self.lostHeaders.contains($0.key) }.map(\.name)
        if !lost.isEmpty {
            log.quirk(
                .contentHeaderLost, function.name,
                "The host drops \(lost.joined(separator: ", ")) when it forwards a request.", id: attempt.id)
        }
        if Self.query(request) != request.query, request.queryValues.contains(where: { $0.values.count > 1 }) {
            log.quirk(
                .queryRebuilt, function.name,
                "The host rebuilds the query when it forwards: values of one name arrive as one, joined with commas.",
                id: attempt.id)
        }
    }

    /// Any status counts as success, with its headers and bytes.
    private static func answer(_ reply: HandlerReply) -> HTTPAnswer {
        HTTPAnswer(
            status: reply.status,
            headers: reply.head.headers.filter {
                let name = $0.name.lowercased()
                return !connectionHeaders.contains(name) && name != "content-length"
            }.map { HTTPAnswer.Header(name: $0.name, value: $0.value) },
            body: reply.body)
    }

    /// The query rebuilt from its parsed form: duplicates joined with commas, `k` as `k=`.
    private static func query(_ request: ClientRequest) -> String {
        let items = request.queryValues.map { item in
            "\(encode(item.name))=\(encode(item.values.joined(separator: ",")))"
        }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }

    private static func encode(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

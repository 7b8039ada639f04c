// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import NIOCore
import NIOEmbedded
import NIOHTTP1
import ServerFuzz
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Requests cut from bytes` {
    /// What a reader made of a connection's bytes.
    private struct Reading: Equatable {
        var requests: [Request] = []
        var isBroken = false
        /// How many requests there are with that after which the connection ends.
        var count = Int.max
    }

    fileprivate struct Request: Equatable {
        let method: String
        let target: String
        let fields: [String]
        var body: [UInt8] = []
        var isComplete = false
    }

    private static let samples = [
        "POST /tick HTTP/1.1\r\nHost: a\r\nX-Azure-Functions-InvocationId: 7\r\nContent-Length: 5\r\n\r\n{\"a\"}",
        "GET /api/hello/7?x=%41 HTTP/1.1\r\nHost: a\r\nX: \t y  \r\n\r\nGET / HTTP/1.1\r\nHost: b\r\n\r\n",
        "POST /api/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0A\r\n0123456789\r\n"
            + "0\r\nX: y\r\n\r\nHEAD / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    ]

    @Test(arguments: samples) func `It does not matter in how many pieces they come`(text: String) {
        let bytes = Array(text.utf8)
        let whole = read([bytes])
        #expect(!whole.isBroken && whole.requests.allSatisfy { $0.isComplete })
        for size in 1...bytes.count {
            let pieces = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            #expect(read(pieces) == whole, "pieces of \(size)")
        }
    }

    /// Stricter, but never different: what is taken for a request here is the same request to NIO's decoder.
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `No bytes mean one request here and another elsewhere`(seed: UInt64)
    {
        var mutator = Mutator(seed: seed)
        var read = 0
        for _ in 0..<5_000 {
            let bytes = mutator.mutate(Array(Self.samples[mutator.below(Self.samples.count)].utf8))
            let (ours, theirs) = (self.read([bytes]), reference(bytes))
            for (index, request) in ours.requests.enumerated() where request.isComplete && index < ours.count {
                read += 1
                guard index < theirs.requests.count, theirs.requests[index] == request else {
                    // NIO's decoder gives the rest of a connection to the protocol that `Upgrade` and CONNECT ask for,
                    // and knows the registered methods only.
                    let isBeyond = ours.requests[...index].contains { $0.changesProtocol || $0.hasOtherMethod }
                    #expect(isBeyond, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
                    break
                }
            }
        }
        #expect(read > 1_000)
    }

    private func read(_ pieces: [[UInt8]]) -> Reading {
        var reading = Reading()
        var decoder = RequestDecoder()
        var input = ByteBuffer()
        for piece in pieces {
            input.writeBytes(piece)
            do throws(RequestSyntaxError) {
                while let part = try decoder.next(&input) {
                    switch part {
                    case .head(let head):
                        reading.requests.append(
                            Request(
                                method: head.method.rawValue, target: head.target,
                                fields: head.fields.map { "\($0.name): \($0.value)" }))
                        if !head.isKeepAlive { reading.count = min(reading.count, reading.requests.count) }
                    case .body(let bytes):
                        reading.requests[reading.requests.count - 1].body += bytes.readableBytesView
                    case .end:
                        reading.requests[reading.requests.count - 1].isComplete = true
                    }
                }
            } catch {
                reading.isBroken = true
                return reading
            }
        }
        return reading
    }

    private func reference(_ bytes: [UInt8]) -> Reading {
        var reading = Reading()
        let channel = EmbeddedChannel()
        defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
        do {
            try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
            try channel.writeInbound(ByteBuffer(bytes: bytes))
        } catch {
            reading.isBroken = true
        }
        while let part = try? channel.readInbound(as: HTTPServerRequestPart.self) {
            switch part {
            case .head(let head):
                reading.requests.append(
                    Request(
                        method: head.method.rawValue, target: head.uri,
                        // White space after a value is no part of it (RFC 9112 §5.1); NIO's decoder keeps it.
                        fields: head.headers.map { "\($0.name): \($0.value.trimmingSuffix { " \t".contains($0) })" }))
            case .body(let bytes):
                reading.requests[reading.requests.count - 1].body += bytes.readableBytesView
            case .end:
                reading.requests[reading.requests.count - 1].isComplete = true
            }
        }
        return reading
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> Substring {
        var text = self[...]
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}

extension `Requests cut from bytes`.Request {
    fileprivate var hasOtherMethod: Bool { if case .RAW = HTTPMethod(rawValue: method) { true } else { false } }

    fileprivate var changesProtocol: Bool {
        method == "CONNECT" || fields.contains { $0.lowercased().hasPrefix("upgrade:") }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1
import StrictJSON

/// Shows what goes to the handler and what comes back, when somebody asks for it.
struct PayloadTrace: Sendable {
    let isOn: Bool
    let log: HostLog

    /// An envelope on its way to the handler.
    func envelope(_ envelope: JSONValue, _ function: FunctionMetadata, id: String) {
        write("-> POST /\(function.name)", function, id: id) { Self.text(envelope) }
    }

    /// The handler's answer to an envelope.
    func reply(_ reply: HandlerReply, _ function: FunctionMetadata, id: String) {
        write("<- \(reply.status)", function, id: id) { Redaction.body(reply.body) }
    }

    /// A forwarded or proxied message: its first line and headers, and the body when it is at hand.
    func message(
        _ line: String, _ headers: HTTPHeaders, body: [UInt8]? = nil, _ function: FunctionMetadata, id: String
    ) {
        write(line, function, id: id) {
            let fields = headers.map { header in
                let value = Redaction.value(.object([header.name: .string(header.value)]))[header.name]?.string ?? ""
                return "\(header.name): \(value)"
            }
            let text = body.map(Redaction.body) ?? ""
            return (fields + (text.isEmpty ? [] : ["", text])).joined(separator: "\n")
        }
    }

    private func write(_ line: String, _ function: FunctionMetadata, id: String, _ text: () -> String) {
        guard isOn else { return }
        log.payload(function.name, "\(Redaction.text(line)) (\(id))\n\(text())", id: id)
    }

    /// Bodies that are JSON in a text are redacted as what they are.
    private static func text(_ json: JSONValue) -> String {
        String(decoding: Redaction.value(json).serialized(.pretty), as: UTF8.self)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1
import StrictJSON

/// Puts what goes to the handler and what comes back into the journal, and shows it when somebody asks for it.
struct PayloadTrace: Sendable {
    /// A larger body is not read again for the journal.
    private static let maximumJournalBody = 1 << 20

    let isOn: Bool
    let log: HostLog

    /// An envelope on its way to the handler.
    func envelope(_ envelope: JSONValue, _ function: FunctionMetadata, id: String) {
        write("-> POST /\(function.name)", .input, function, id: id) { Redaction.pretty(envelope) }
    }

    /// The handler's answer to an envelope, and its body where that was read as JSON.
    func reply(_ reply: HandlerReply, _ json: JSONValue?, _ function: FunctionMetadata, id: String) {
        write("<- \(reply.status)", .output, function, id: id) {
            guard let json, isShown(reply.body) else { return text(reply.body) }
            return Redaction.pretty(json)
        }
    }

    /// A forwarded or proxied message: its first line and headers, and the body when it is at hand.
    func message(
        _ line: String, _ headers: HTTPHeaders, body: [UInt8]? = nil, _ function: FunctionMetadata, id: String
    ) {
        write(line, line.hasPrefix("->") ? .input : .output, function, id: id) {
            let fields = headers.map { header in
                "\(header.name): \(Redaction.header(header.name, header.value))"
            }
            let text = body.map(text) ?? ""
            return (fields + (text.isEmpty ? [] : ["", text])).joined(separator: "\n")
        }
    }

    private func write(
        _ line: String, _ side: InvocationJournal.Side, _ function: FunctionMetadata, id: String, _ text: () -> String
    ) {
        let (line, text) = (Redaction.text(line), text())
        log.journal.note(text.isEmpty ? line : "\(line)\n\(text)", side, of: id)
        if isOn { log.payload(function.name, "\(line) (\(id))\n\(text)", id: id) }
    }

    private func text(_ body: [UInt8]) -> String {
        isShown(body) ? Redaction.body(body) : "(\(body.count) bytes)"
    }

    private func isShown(_ body: [UInt8]) -> Bool { isOn || body.count <= Self.maximumJournalBody }
}

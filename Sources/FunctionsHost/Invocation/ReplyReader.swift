// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1
import StrictJSON

/// Reads the handler's answer to an envelope by the transport rules (host contract §8.1).
enum ReplyReader {
    static let limits = JSONLimits(
        bytes: HandlerClient.maximumReplySize, depth: 64, members: 65_536, values: 1 << 20)

    /// The result; nil for an answer that leaves the host waiting until the function's time is up.
    static func read(_ reply: HandlerReply) throws(InvocationFailure) -> HandlerResult? {
        guard 200..<300 ~= reply.status else {
            throw InvocationFailure(
                "Response status code does not indicate success: \(reply.status) (\(reply.head.status.reasonPhrase)).")
        }
        let type = (reply.head.headers.first(name: "Content-Type") ?? "").prefix { $0 != ";" }.trimmedASCII.lowercased()
        let isJSON = type == "application/json" || type == "text/json"
        if reply.body.isEmpty, isJSON || !reply.head.headers.contains(name: "Transfer-Encoding") { return nil }
        guard isJSON else {
            throw InvocationFailure(
                "Invalid HttpResponseMessage: no reader for the media type '\(type)'; answer with application/json.")
        }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: reply.body, limits: limits)
        } catch {
            let text = String(decoding: reply.body.prefix(1_024), as: UTF8.self)
            throw InvocationFailure(
                "Invalid HttpResponseMessage: StatusCode: \(reply.status), Content: \(text) (\(error.description))")
        }
        return json.isNull ? nil : try HandlerResult(json)
    }
}

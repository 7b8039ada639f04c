// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What came back, for people and for programs.
struct InvokeReport {
    let reply: HTTPReply
    let duration: Duration

    private var milliseconds: Int { Int(duration / .milliseconds(1)) }

    /// Status and duration, with the headers when asked for; the body is not part of it.
    func head(isVerbose: Bool, isColored: Bool) -> String {
        let color = reply.status < 300 ? 32 : reply.status < 400 ? 33 : 31
        let status = "\(reply.status) \(reply.reason)"
        let line = (isColored ? "\u{1B}[\(color)m\(status)\u{1B}[0m" : status) + " in \(milliseconds) ms"
        guard isVerbose else { return line }
        return ([line] + reply.headers.map { "\($0.name): \($0.value)" } + [""]).joined(separator: "\n")
    }

    /// One JSON object; the body is JSON where it is, else text, else base64.
    var json: String {
        var object: JSONObject = [
            "status": .integer(Int64(reply.status)), "durationMilliseconds": .integer(Int64(milliseconds)),
            "headers": .array(reply.headers.map { ["name": .string($0.name), "value": .string($0.value)] }),
        ]
        if let value = try? JSONValue(parsing: reply.body) {
            object["body"] = value
        } else if let text = String(validating: reply.body, as: UTF8.self) {
            object["body"] = .string(text)
        } else {
            object["bodyBase64"] = .string(Data(reply.body).base64EncodedString())
        }
        return String(decoding: JSONValue.object(object).serialized([.pretty]), as: UTF8.self)
    }
}

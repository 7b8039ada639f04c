// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The handler's answer to an envelope (host contract §8.2).
struct HandlerResult: Sendable {
    /// Nil when absent or null, which differs from empty.
    var outputs: JSONObject?
    var logs: [String] = []
    var returnValue: JSONValue = .null
    /// The answer as it came.
    let json: JSONValue

    init(_ json: JSONValue) throws(InvocationFailure) {
        self.json = json
        guard let object = json.object else {
            throw InvocationFailure("Invalid HttpResponseMessage: the answer is not a JSON object.")
        }
        for member in object {
            switch member.name.lowercased() {
            case "outputs":
                if member.value.isNull { break }
                guard let outputs = member.value.object else {
                    throw InvocationFailure("Invalid HttpResponseMessage: \"Outputs\" is not an object.")
                }
                self.outputs = outputs
            case "logs":
                logs = try Self.logs(member.value)
            case "returnvalue":
                returnValue = member.value
            default:
                break
            }
        }
    }

    /// One entry that is not a text makes the whole answer invalid.
    private static func logs(_ value: JSONValue) throws(InvocationFailure) -> [String] {
        if value.isNull { return [] }
        guard let entries = value.array, !entries.contains(where: { $0.object != nil || $0.array != nil }) else {
            throw InvocationFailure("Invalid HttpResponseMessage: \"Logs\" is not a list of texts.")
        }
        return entries.filter { !$0.isNull }.map(DotNetText.of)
    }
}

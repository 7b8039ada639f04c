// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON

extension InspectionReport {
    /// For programs.
    var json: String {
        var document: JSONObject = ["verdict": .string(word)]
        if let error {
            document["status"] = .integer(Int64(error.status))
            document["code"] = .string(error.code.rawValue)
            document["message"] = .string(error.message)
        }
        document["at"] = .integer(now)
        document["signatureVerified"] = .bool(isSignatureVerified)
        document["checks"] = .array(
            lines.map { line in
                var object: JSONObject = [
                    "name": .string(line.name.rawValue),
                    "outcome": .string(line.word.rawValue.replacing(" ", with: "_")),
                ]
                object["fact"] = line.fact.map(JSONValue.string)
                object["problem"] = line.problem.map(JSONValue.string)
                object["advice"] = line.advice.map(JSONValue.string)
                return .object(object)
            })
        return String(decoding: JSONValue.object(document).serialized(.pretty), as: UTF8.self)
    }

    private var word: String {
        switch verdict {
        case .accepted: "accepted"
        case .refused: "refused"
        case .unproven: "unproven"
        }
    }

    private var error: AuthError? {
        switch verdict {
        case .accepted: nil
        case .refused(let error): error
        case .unproven(let error): error
        }
    }
}

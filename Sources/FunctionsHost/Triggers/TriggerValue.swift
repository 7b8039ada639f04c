// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// The value of a trigger that gets messages, by `dataType` and `cardinality` (host contract §7.3).
enum TriggerValue {
    static func isMany(_ binding: FunctionBinding) -> Bool { binding.text("cardinality")?.lowercased() == "many" }

    /// One message: a text in JSON, or base64.
    static func one(_ body: [UInt8], _ binding: FunctionBinding) -> JSONValue {
        if binding.isBinary { return .string(Data(body).base64EncodedString()) }
        return WireValue.encode(.string(String(decoding: body, as: UTF8.self)))
    }

    /// Many messages: without a `dataType` each must be JSON.
    static func many(_ bodies: [[UInt8]], _ binding: FunctionBinding) throws(InvocationFailure) -> JSONValue {
        var elements: [JSONValue] = []
        for body in bodies {
            if binding.isBinary {
                elements.append(.string(Data(body).base64EncodedString()))
            } else if binding.text("dataType")?.lowercased() == "string" {
                elements.append(.string(String(decoding: body, as: UTF8.self)))
            } else {
                do throws(JSONError) {
                    elements.append(try JSONValue(parsing: body))
                } catch {
                    throw InvocationFailure(
                        "Exception binding parameter '\(binding.name)': a message is not JSON (\(error.code)). With "
                            + "\"cardinality\": \"many\" write \"dataType\": \"string\" to get any text.")
                }
            }
        }
        return WireValue.encode(.array(elements))
    }
}

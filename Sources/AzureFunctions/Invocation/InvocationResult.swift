// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import StrictJSON

/// The answer to an envelope request: `{"Outputs":{…},"Logs":[…],"ReturnValue":…}` (host contract §8.2).
struct InvocationResult: Sendable {
    var outputs: JSONObject = [:]
    var returnValue: JSONValue = .null

    var bytes: [UInt8] {
        JSONWriter.bytes { writer in
            writer.object { writer in
                writer.member("Outputs") { $0.value(.object(outputs)) }
                writer.member("Logs") { $0.array { _ in } }
                writer.member("ReturnValue") { $0.value(returnValue) }
            }
        }
    }

    /// The result of an HTTP function: status, header fields and text body in an output (host contract §8.4).
    ///
    /// - Throws: ``UnsayableResponse`` for what this mode cannot carry.
    static func bytes(_ response: FunctionResponse, binding: String) throws(UnsayableResponse) -> [UInt8] {
        guard String(validating: response.body, as: UTF8.self) != nil else { throw .binaryBody }
        var names: [HTTPField.Name] = []
        for field in response.headers where !names.contains(field.name) { names.append(field.name) }
        guard response.headers[values: .setCookie].count <= 1 else { throw .severalCookies }
        return JSONWriter.bytes(capacity: response.body.count + 256) { writer in
            writer.object { writer in
                writer.member("Outputs") { writer in
                    writer.object { writer in
                        writer.member(binding) { writer in
                            writer.object { writer in
                                writer.member("statusCode") { $0.integer(Int64(response.status.code)) }
                                writer.member("headers") { writer in
                                    writer.object { writer in
                                        for name in names {
                                            writer.member(name.rawName) { $0.string(response.headers[name] ?? "") }
                                        }
                                    }
                                }
                                writer.member("body") { $0.string(utf8: response.body) }
                            }
                        }
                    }
                }
                writer.member("Logs") { $0.array { _ in } }
                writer.member("ReturnValue") { $0.null() }
            }
        }
    }
}

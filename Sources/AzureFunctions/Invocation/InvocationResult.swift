// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import StrictJSON

/// Writes the answer to an envelope request: `{"Outputs":{…},"Logs":[…],"ReturnValue":…}` (host contract §8.2).
enum InvocationResult {
    static func bytes(
        _ outcome: InvocationOutcome, responseBinding: String? = nil, logs: [String] = []
    ) -> [UInt8] {
        JSONWriter.bytes(capacity: (outcome.response?.body.count ?? 0) + 256) { writer in
            writer.object { writer in
                writer.member("Outputs") { writer in
                    writer.object { writer in
                        if let response = outcome.response, let responseBinding {
                            writer.member(responseBinding) { write(response, to: &$0) }
                        }
                        for output in outcome.outputs { writer.member(output.name) { $0.value(output.value) } }
                    }
                }
                writer.member("Logs") { writer in
                    writer.array { writer in
                        for line in logs { writer.element { $0.string(line) } }
                    }
                }
                writer.member("ReturnValue") { $0.value(outcome.returnValue) }
            }
        }
    }

    /// Status, header fields and text body (host contract §8.4).
    private static func write(_ response: FunctionResponse, to writer: inout JSONWriter) {
        // Most answers have a field or two, each once: these need no joining.
        var fields: [(name: HTTPField.Name, value: String)] = []
        for field in response.headers {
            guard let index = fields.firstIndex(where: { $0.name == field.name }) else {
                fields.append((field.name, field.value))
                continue
            }
            fields[index].value = response.headers[field.name] ?? field.value
        }
        writer.object { writer in
            writer.member("statusCode") { $0.integer(Int64(response.status.code)) }
            writer.member("headers") { writer in
                writer.object { writer in
                    for field in fields { writer.member(field.name.rawName) { $0.string(field.value) } }
                }
            }
            writer.member("body") { $0.string(utf8: response.body) }
        }
    }

    /// - Throws: ``UnsayableResponse`` for an HTTP answer that this mode cannot carry.
    static func check(_ outcome: InvocationOutcome) throws(UnsayableResponse) {
        guard let response = outcome.response else { return }
        guard !response.isStreamed else { throw .streamedBody }
        guard let text = String(validating: response.body, as: UTF8.self) else { throw .binaryBody }
        guard response.headers[values: .setCookie].count <= 1 else { throw .severalCookies }
        guard !HostDateForm.isRecognized(text) else { throw .dateBody }
        for field in response.headers where HostDateForm.isRecognized(field.value) {
            throw .dateField(field.name.rawName)
        }
    }
}

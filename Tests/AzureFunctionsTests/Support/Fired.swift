// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import NIOHTTP1
import StrictJSON
import Testing

/// One call of a function as the host makes it: what its handler got, and what the host gets.
enum Fired {
    struct Refused: Error {
        let body: String
    }

    /// What a trigger's handler gets from the trigger's value, given as the host writes it.
    static func payload<Payload: Sendable>(_ trigger: Trigger<Payload>, _ value: String) async throws -> Payload {
        let payloads = Probe<Payload>()
        let app = FunctionApp { Function("f", on: trigger) { payload, _ in payloads.record(payload) } }
        _ = try await result(app, data: ["\(try trigger.name)": value])
        return try #require(payloads.last)
    }

    /// What a handler finds in the metadata.
    static func metadata(_ members: String) async throws -> BindingValues {
        let values = Probe<BindingValues>()
        let app = FunctionApp {
            Function("f", on: .queue("q", of: String.self)) { _, context in values.record(context.metadata) }
        }
        _ = try await result(app, data: ["message": #""\"x\"""#], metadata: members)
        return try #require(values.last)
    }

    /// What a handler reads from an input, given as the host writes it.
    static func input<Value: Sendable>(_ input: Input<Value>, _ value: String) async throws -> Value {
        let values = Probe<Value>()
        let app = FunctionApp {
            Function("f", on: .queue("q", of: String.self), reading: input) { _, value, _ in values.record(value) }
        }
        _ = try await result(app, data: ["message": #""\"x\"""#, "input": value])
        return try #require(values.last)
    }

    /// What the host gets for a value of an output; null when nothing.
    static func output<Value: Sendable>(_ output: Output<Value>, _ value: Value) async throws -> JSONValue {
        let app = FunctionApp { Function("f", on: .queue("q", of: String.self), returning: output) { _, _ in value } }
        return try await result(app, data: ["message": #""\"x\"""#])["Outputs"]?["output"] ?? .null
    }

    /// What the host gets as return value.
    static func returned<Value: Sendable>(_ output: Output<Value>, _ value: Value) async throws -> JSONValue {
        let app = FunctionApp { Function("f", on: .queue("q", of: String.self), returning: output) { _, _ in value } }
        return try #require(try await result(app, data: ["message": #""\"x\"""#])["ReturnValue"])
    }

    private static func result(
        _ app: FunctionApp, data: [String: String], metadata: String = "{}"
    ) async throws -> JSONValue {
        let data = data.map { #""\#($0.key)":\#($0.value)"# }.joined(separator: ",")
        let response = try await Door(app).invoke("f", #"{"Data":{\#(data)},"Metadata":\#(metadata)}"#)
        guard response.status == .ok else { throw Refused(body: String(decoding: response.body, as: UTF8.self)) }
        return try JSONValue(parsing: response.body)
    }
}

extension Trigger {
    /// The name of the trigger's binding in function.json.
    var name: String {
        get throws {
            let app = FunctionApp { Function("f", on: self) { _, _ in } }
            let file = try #require(try Manifest(app.registry(host: nil)).files.first)
            return try #require(try JSONValue(parsing: file.bytes)["bindings"]?.array?.first?["name"]?.string)
        }
    }
}

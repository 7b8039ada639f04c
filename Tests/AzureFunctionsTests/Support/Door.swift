// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import Logging
import NIOHTTP1
import StrictJSON

/// The dispatcher of an app, called as the host calls it but byte by byte.
struct Door {
    static let invocationID = "0f8fad5b-d9cb-469f-a165-70867728950e"

    let dispatcher: Dispatcher

    init(
        _ app: FunctionApp, hostJSON: JSONValue = [:], settings: AppSettings = [:],
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        observation: Observation = Observation()
    ) throws {
        let host = HostConfiguration(json: hostJSON, settings: settings)
        dispatcher = Dispatcher(
            registry: try app.registry(host: host), host: host, isDevelopment: settings.isDevelopment, logger: logger,
            observation: observation)
    }

    func send(
        _ method: HTTPMethod, _ target: String, headers: HTTPHeaders = [:], body: [UInt8] = []
    ) async -> HandlerResponse {
        await dispatcher.respond(to: HandlerRequest(method: method, target: target, headers: headers, body: body))
    }

    /// `POST /{name}` with the host's header fields.
    func invoke(_ name: String, _ body: String, headers: HTTPHeaders = [:]) async -> HandlerResponse {
        var fields = Self.headers
        fields.add(contentsOf: headers)
        return await send(.POST, "/\(name)", headers: fields, body: Array(body.utf8))
    }

    static let headers: HTTPHeaders = [
        "Content-Type": "application/json; charset=utf-8", "X-Azure-Functions-InvocationId": invocationID,
    ]
}

extension HandlerResponse {
    var text: String { String(decoding: body, as: UTF8.self) }

    var json: JSONValue? { try? JSONValue(parsing: body) }

    /// The HTTP output of an envelope's result.
    var output: JSONValue? { json?["Outputs"]?["res"] }

    /// The JSON body inside the HTTP output.
    var outputBody: JSONValue? { (output?["body"]?.string).flatMap { try? JSONValue(parsing: Array($0.utf8)) } }
}

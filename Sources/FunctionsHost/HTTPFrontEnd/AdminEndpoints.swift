// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON

/// `/admin/…` (host contract §6.3).
struct AdminEndpoints: Sendable {
    let hosted: HostedApp
    let jobs: JobQueue
    let triggers: TriggerSet
    let instanceID: String
    let start: Date

    /// The answer; nil when the path is no endpoint of the host.
    func answer(method: String, path: String, baseURL: String, body: [UInt8]) -> HTTPAnswer? {
        let parts = path.split(separator: "/").map { $0.lowercased() }
        guard parts.count >= 2, parts[0] == "admin" else { return nil }
        let rest = parts.dropFirst(2).joined(separator: "/")
        switch (method, parts[1], parts.count) {
        case ("GET", "host", 3) where rest == "ping", ("POST", "host", 3) where rest == "ping":
            return HTTPAnswer(status: 200)
        case ("GET", "host", 3) where rest == "status":
            return Self.json(status)
        case ("GET", "functions", 2):
            return Self.json(.array(hosted.functions.map { description($0, baseURL) }))
        case ("GET", "functions", 3):
            return function(rest).map { Self.json(description($0, baseURL)) } ?? HTTPAnswer(status: 404)
        case ("GET", "functions", 4) where parts[3] == "status":
            return function(parts[2]).map { Self.json(["isDisabled": .bool($0.isDisabled)]) }
                ?? HTTPAnswer(status: 404)
        case ("POST", "functions", 3):
            return invoke(rest, body: body)
        default:
            return nil
        }
    }

    private func function(_ name: String) -> FunctionMetadata? {
        hosted.functions.first { $0.name.lowercased() == name }
    }

    private func invoke(_ name: String, body: [UInt8]) -> HTTPAnswer {
        guard let function = function(name), function.http == nil else { return HTTPAnswer(status: 404) }
        guard let request = (try? JSONValue(parsing: body))?.object else { return HTTPAnswer(status: 400) }
        let input = request.first { $0.name.lowercased() == "input" }?.value
        guard let job = triggers.invocation(of: function.name, input: input.map(DotNetText.of)) else {
            return HTTPAnswer(status: 404)
        }
        let isAccepted = jobs.add(job)
        return HTTPAnswer(status: isAccepted ? 202 : 429)
    }

    private var status: JSONValue {
        var status: JSONObject = [
            "id": .string(instanceID.split(separator: "-").joined()),
            "state": "Running",
            "version": .string(HostHeaders.version),
            "versionDetails": .string(HostHeaders.version),
            "instanceId": .string(instanceID),
            "computerName": .string(ProcessInfo.processInfo.hostName),
            "processUptime": .integer(Int64(max(0, hosted.clock.now.timeIntervalSince(start) * 1_000))),
            "functionAppContentEditingState": "NotAllowed",
        ]
        if !hosted.errors.isEmpty { status["errors"] = .array(hosted.errors.map(JSONValue.string)) }
        return .object(status)
    }

    private func description(_ function: FunctionMetadata, _ baseURL: String) -> JSONValue {
        [
            "name": .string(function.name),
            "href": .string("\(baseURL)/admin/functions/\(function.name)"),
            "invoke_url_template": function.http.map { .string("\(baseURL)/\($0.template.text)") } ?? .null,
            "language": "custom",
            "config": function.json,
            "isDisabled": .bool(function.isDisabled),
            "isDirect": false,
            "isProxy": false,
        ]
    }

    private static func json(_ value: JSONValue) -> HTTPAnswer {
        .text(String(decoding: value.serialized(), as: UTF8.self), type: "application/json; charset=utf-8")
    }
}

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
    let host: HostEndpoints
    let keys: KeyEndpoints

    /// The answer; nil when the path is no endpoint of the host.
    func answer(method: String, path: String, baseURL: String, body: [UInt8]) -> HTTPAnswer? {
        let parts = path.split(separator: "/").map { $0.lowercased() }
        guard parts.count >= 2, parts[0] == "admin" else { return nil }
        let rest = parts.dropFirst(2).joined(separator: "/")
        let url = baseURL + path
        if parts[1] == "host" {
            guard parts.count >= 3, let scope = Self.keyScope(parts[2]), parts.count <= 4 else {
                return host.answer(method, rest, body: body)
            }
            return keys.answer(method, scope, name: Self.keyName(path, at: 3), url: url, body: body)
        }
        if parts.count >= 4, parts.count <= 5, parts[1] == "functions", parts[3] == "keys" {
            guard let function = function(parts[2]) else { return .notFound }
            return keys.answer(
                method, .function(function.name), name: Self.keyName(path, at: 4), url: url, body: body)
        }
        switch (method, parts[1], parts.count) {
        case ("GET", "functions", 2):
            return .json(.array(hosted.functions.map { description($0, baseURL) }))
        case ("GET", "functions", 3):
            return function(rest).map { .json(description($0, baseURL)) } ?? .notFound
        case ("GET", "functions", 4) where parts[3] == "status":
            return function(parts[2]).map { .json(["isDisabled": .bool($0.isDisabled)]) }
                ?? .notFound
        case ("GET", "warmup", 2), ("POST", "warmup", 2):
            // Its function has run when the handler became ready, and runs once only (host contract §7.13).
            return HTTPAnswer(status: 200)
        case ("POST", "functions", 3):
            return invoke(rest, body: body)
        default:
            return nil
        }
    }

    private static func keyScope(_ part: String) -> KeyScope? {
        switch part {
        case "keys", "functionkeys": .hostFunctions
        case "systemkeys": .system
        default: nil
        }
    }

    /// As it was sent, since names of keys have a case.
    private static func keyName(_ path: String, at index: Int) -> String? {
        let parts = path.split(separator: "/")
        return parts.count > index ? PercentDecoding.path(String(parts[index])) : nil
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
}

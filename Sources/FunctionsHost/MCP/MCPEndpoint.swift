// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// `/runtime/webhooks/mcp`: the Model Context Protocol over streamable HTTP (host contract §7.14).
///
/// Answers are plain JSON; there are no messages of the server's own, so that no stream is offered.
struct MCPEndpoint: Sendable {
    private static let versions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]
    private static let maximumBatch = 100

    let catalog: MCPCatalog
    let settings: MCPSettings
    let invoker: Invoker
    let sessions = MCPSessions()

    func answer(_ request: ExtensionRequest) async -> HTTPAnswer {
        // Pages of other machines must not use what listens on this one.
        guard !request.isForeign else { return HTTPAnswer(status: 403) }
        if let version = request.header("mcp-protocol-version"), !Self.versions.contains(version) {
            return Self.failure(.invalidRequest("Unsupported MCP-Protocol-Version: \(version)"), status: 400)
        }
        let id = request.header("mcp-session-id")
        switch request.method {
        case "POST":
            break
        case "DELETE":
            return HTTPAnswer(status: id.map(sessions.end) ?? false ? 204 : 404)
        default:
            return HTTPAnswer(status: 405, headers: [HTTPAnswer.Header(name: "Allow", value: "POST, DELETE")])
        }
        var session: MCPSession?
        if let id {
            session = sessions.find(id)
            // The client starts a session anew.
            if session == nil { return Self.failure(.invalidRequest("Session not found"), status: 404) }
        }
        guard let json = try? JSONValue(parsing: request.body) else {
            return Self.failure(MCPError(code: -32_700, message: "Parse error"), status: 400)
        }
        if let batch = json.array {
            guard 1...Self.maximumBatch ~= batch.count else {
                return Self.failure(.invalidRequest("A batch has 1 to \(Self.maximumBatch) messages."), status: 400)
            }
            var answers: [JSONValue] = []
            for message in batch {
                if let answer = await reply(message, session: session, request) { answers.append(answer) }
            }
            return answers.isEmpty ? HTTPAnswer(status: 202) : .json(.array(answers))
        }
        if json["method"]?.string == "initialize", json["id"] != nil { return initialize(json) }
        guard let answer = await reply(json, session: session, request) else { return HTTPAnswer(status: 202) }
        return .json(answer)
    }

    private func initialize(_ message: JSONValue) -> HTTPAnswer {
        let asked = message["params"]?["protocolVersion"]?.string ?? ""
        let session = sessions.begin(clientInfo: message["params"]?["clientInfo"] ?? .null)
        var capabilities: JSONObject = ["tools": ["listChanged": false]]
        if !catalog.resources.isEmpty { capabilities["resources"] = ["listChanged": false, "subscribe": false] }
        if !catalog.prompts.isEmpty { capabilities["prompts"] = ["listChanged": false] }
        var result: JSONObject = [
            "protocolVersion": .string(Self.versions.contains(asked) ? asked : Self.versions[0]),
            "capabilities": .object(capabilities),
            "serverInfo": ["name": .string(settings.serverName), "version": .string(settings.serverVersion)],
        ]
        if let instructions = settings.instructions { result["instructions"] = .string(instructions) }
        var answer = HTTPAnswer.json(Self.message(message["id"] ?? .null, "result", .object(result)))
        answer.headers.append(HTTPAnswer.Header(name: "Mcp-Session-Id", value: session.id))
        return answer
    }

    /// The answer to one message; nil for a notification or an answer.
    private func reply(_ message: JSONValue, session: MCPSession?, _ request: ExtensionRequest) async -> JSONValue? {
        let id = message["id"]
        guard message["jsonrpc"] == "2.0", message.object != nil else {
            return Self.error(id ?? .null, .invalidRequest("\"jsonrpc\" must be \"2.0\"."))
        }
        guard let method = message["method"]?.string else {
            let isAnswer = message["result"] != nil || message["error"] != nil
            return isAnswer ? nil : Self.error(id ?? .null, .invalidRequest("There is no \"method\"."))
        }
        guard let id, !id.isNull else { return nil }
        let call = MCPCall(catalog: catalog, invoker: invoker, session: session, request: request)
        do throws(MCPError) {
            return Self.message(id, "result", try await call.run(method, message["params"] ?? [:]))
        } catch {
            return Self.error(id, error)
        }
    }

    private static func failure(_ error: MCPError, status: Int) -> HTTPAnswer {
        .json(Self.error(.null, error), status: status)
    }

    private static func error(_ id: JSONValue, _ error: MCPError) -> JSONValue {
        message(id, "error", ["code": .integer(error.code), "message": .string(error.message)])
    }

    private static func message(_ id: JSONValue, _ member: String, _ value: JSONValue) -> JSONValue {
        .object(["jsonrpc": "2.0", "id": id, member: value])
    }
}

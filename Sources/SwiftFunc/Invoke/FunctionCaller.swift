// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Calls a function of a running host.
struct FunctionCaller: Sendable {
    /// The host's address, without a slash at the end.
    let baseURL: String
    let key: String?
    let caller: HTTPCaller

    /// What the host knows of a function.
    ///
    /// - Throws: ``CommandError`` when nobody answers, or the host does not know the function.
    func function(_ name: String) async throws -> DeployedFunction {
        let reply = try await send("/admin/functions/" + name)
        switch reply.status {
        case 200:
            guard let json = try? JSONValue(parsing: reply.body), let function = DeployedFunction(json) else {
                throw CommandError("\(baseURL) answers, but not as a Functions host does.")
            }
            return function
        case 401, 403:
            throw CommandError("\(baseURL) asks for a key. Give its master key with --key.")
        case 404:
            throw CommandError("\(baseURL) has no function \"\(name)\".\(await known())")
        default:
            throw CommandError("\(baseURL) answered \(reply.status) when asked for \"\(name)\".")
        }
    }

    /// Calls a function of a trigger other than HTTP, by hand (host contract §6.3).
    func trigger(_ function: DeployedFunction, input: [UInt8]) async throws -> HTTPReply {
        guard let text = String(validating: input, as: UTF8.self) else {
            throw CommandError("The data of a \(function.trigger) must be text in UTF-8.")
        }
        let body: JSONValue = ["input": .string(text)]
        return try await send(
            "/admin/functions/" + function.name, method: "POST",
            headers: [("Content-Type", "application/json")], body: body.serialized())
    }

    func send(
        _ target: String, method: String = "GET", headers: [(name: String, value: String)] = [], body: [UInt8] = []
    ) async throws -> HTTPReply {
        guard let address = HTTPAddress(baseURL + target) else {
            throw CommandError("\(baseURL)\(target) is not an http or https address.")
        }
        var call = HTTPCall(method: method, address: address, headers: headers, body: body)
        if let key, !call.has("x-functions-key") { call.headers.append(("x-functions-key", key)) }
        do throws(HTTPCallError) {
            return try await caller.send(call)
        } catch {
            let advice =
                error.kind == .refused ? " Start the app with \"swift-func start\", or name its host with --url." : ""
            throw CommandError(error.description + advice)
        }
    }

    /// The functions that there are, for a message.
    private func known() async -> String {
        guard let reply = try? await send("/admin/functions"), reply.status == 200,
            let functions = (try? JSONValue(parsing: reply.body))?.array
        else { return "" }
        let names = functions.prefix(50).compactMap { $0["name"]?.string }
        return names.isEmpty ? " It has none." : " It has: \(names.joined(separator: ", "))."
    }
}

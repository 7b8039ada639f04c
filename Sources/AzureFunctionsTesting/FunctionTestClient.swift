// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import AzureFunctions
import FoundationEssentials
public import HTTPTypes
import NIOHTTP1
import StrictJSON
import Synchronization

/// Calls the functions of an app in process, as the Functions host calls them; ``AzureFunctions/FunctionApp/test`` makes
/// one.
public struct FunctionTestClient: Sendable {
    let functions: EmulatedFunctions
    let dispatcher: Dispatcher

    init(functions: EmulatedFunctions, dispatcher: Dispatcher) {
        self.functions = functions
        self.dispatcher = dispatcher
    }

    /// Sends a GET request.
    ///
    /// - Parameters:
    ///   - path: Path and query with the route prefix, such as `/api/items/7?full=1`.
    ///   - headers: The header fields.
    /// - Returns: What a client of the host would see.
    /// - Throws: ``InvocationFailure`` when the answer is not one that the host accepts.
    public func get(_ path: String, headers: HTTPFields = [:]) async throws -> FunctionResponse {
        try await send(method: .get, path: path, headers: headers)
    }

    /// Sends a POST request.
    ///
    /// - Parameters:
    ///   - path: Path and query with the route prefix.
    ///   - headers: The header fields; `Content-Type` decides how the host encodes the body.
    ///   - body: The body.
    /// - Returns: What a client of the host would see.
    /// - Throws: ``InvocationFailure`` when the answer is not one that the host accepts.
    public func post(
        _ path: String, headers: HTTPFields = [:], body: [UInt8]
    ) async throws -> FunctionResponse {
        try await send(method: .post, path: path, headers: headers, body: body)
    }

    /// Sends a request; 404 without body where no route matches (host contract §5.2, §6.1).
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: Path and query with the route prefix.
    ///   - headers: The header fields.
    ///   - body: The body.
    /// - Returns: What a client of the host would see.
    /// - Throws: ``InvocationFailure`` when the answer is not one that the host accepts.
    public func send(
        method: HTTPRequest.Method, path: String, headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> FunctionResponse {
        guard let (function, parameters) = functions.match(method, path) else {
            return FunctionResponse(status: .notFound)
        }
        let request = EmulatedRequest(method: method, target: path, headers: headers, body: body)
        return try await send(request, to: function, parameters) { _ in }
    }

    /// Sends a request whose body is streamed, and sees the parts of a streamed answer as they come.
    ///
    /// In envelope mode the host loses a body without length (host contract §7.2), and so does this.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: Path and query with the route prefix.
    ///   - headers: The header fields.
    ///   - body: The parts of the body, taken at the pace of the function.
    ///   - onChunk: Gets the parts of a streamed answer, each before the function may write the next. What it throws is
    ///     what the function sees when the client goes away.
    /// - Returns: What a client of the host would see, with the whole body.
    /// - Throws: ``InvocationFailure`` when the answer is not one that the host accepts; what breaks a streamed answer
    ///   off.
    public func send<Chunks: AsyncSequence & Sendable>(
        method: HTTPRequest.Method, path: String, headers: HTTPFields = [:], streaming body: Chunks,
        onChunk: @escaping @Sendable ([UInt8]) async throws -> Void = { _ in }
    ) async throws -> FunctionResponse where Chunks.Element == [UInt8] {
        guard let (function, parameters) = functions.match(method, path) else {
            return FunctionResponse(status: .notFound)
        }
        let source = ChunkSource(body)
        let request = EmulatedRequest(
            method: method, target: path, headers: headers, body: [], stream: { try await source.next() })
        return try await send(request, to: function, parameters, onChunk: onChunk)
    }

    private func send(
        _ request: EmulatedRequest, to function: EmulatedFunction, _ parameters: RouteValues,
        onChunk: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws -> FunctionResponse {
        if functions.isPlainHTTP, function.isHTTPInAndOut {
            let response = await dispatcher.respond(to: request.forwarded(invocationID: Self.newID))
            return try await plain(response, request.method, onChunk)
        }
        let envelope = request.envelope(function, parameters)
        return try InvocationAnswer(try await call(function.name, envelope)).response(function.response)
    }

    /// Fires a timer.
    ///
    /// - Parameters:
    ///   - name: The function's name, ignoring case.
    ///   - timer: What the handler gets.
    ///   - retry: Which attempt this is, for a function with a retry policy.
    /// - Throws: ``InvocationFailure`` when the function threw, or when there is no such timer.
    public func invoke(
        _ name: String, timer: TimerTick = TimerTick(), retry: RetryContext? = nil
    ) async throws {
        let function = try function(named: name)
        guard function.trigger.type == "timerTrigger" else {
            throw InvocationFailure(status: 404, message: "\"\(name)\" is not a timer function.")
        }
        _ = try InvocationAnswer(
            try await call(function.name, EmulatedTimer.envelope(timer, retry: retry, binding: function.trigger.name)))
    }

    func function(named name: String) throws(InvocationFailure) -> EmulatedFunction {
        guard let function = functions.function(named: name) else {
            throw InvocationFailure(status: 404, message: "The app has no function \"\(name)\".")
        }
        return function
    }

    private static var newID: String { UUID().uuidString.lowercased() }

    /// `POST /{name}` of host contract §4.2.
    func call(
        _ name: String, _ envelope: JSONValue
    ) async throws(InvocationFailure) -> HandlerResponse {
        let headers: HTTPHeaders = [
            "Host": "127.0.0.1", "Content-Type": "application/json; charset=utf-8",
            "X-Azure-Functions-InvocationId": Self.newID,
        ]
        return await dispatcher.respond(
            to: HandlerRequest(method: .POST, target: "/\(name)", headers: headers, body: envelope.serialized()))
    }

    private func plain(
        _ response: HandlerResponse, _ method: HTTPRequest.Method,
        _ onChunk: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws -> FunctionResponse {
        var headers = HTTPFields()
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        var body = response.body
        if let producer = response.producer, method != .head {
            let parts = Mutex<[UInt8]>([])
            try await producer(
                ResponseWriter { chunk in
                    try await onChunk(chunk)
                    parts.withLock { $0.append(contentsOf: chunk) }
                })
            body = parts.withLock { $0 }
        }
        return FunctionResponse(
            status: HTTPResponse.Status(code: Int(response.status.code)), headers: headers, body: body)
    }
}

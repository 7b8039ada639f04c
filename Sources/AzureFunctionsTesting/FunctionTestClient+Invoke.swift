// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import AzureFunctions
public import StrictJSON

extension FunctionTestClient {
    /// Invokes a function of any trigger but HTTP, with the value encoded as the host encodes it for that trigger.
    ///
    /// ```swift
    /// try await app.test { client in
    ///     let outcome = try await client.invoke("fulfil", with: Order(id: 5))
    ///     #expect(try outcome.decode(Receipt.self).order == 5)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - name: The function's name, ignoring case.
    ///   - value: The trigger's value: text, bytes, anything that encodes to JSON, or an array for a batch.
    ///   - inputs: The values of the function's inputs by binding name (`input` unless named); those left out are null.
    ///   - metadata: What the host would say about the event, such as `DequeueCount`.
    ///   - retry: Which attempt this is, for a function with a retry policy.
    /// - Returns: What the function wrote.
    /// - Throws: ``InvocationFailure`` when the function threw, or when there is no such function.
    @discardableResult
    public func invoke(
        _ name: String, with value: some Encodable & Sendable, inputs: [String: any Encodable & Sendable] = [:],
        metadata: [String: JSONValue] = [:], retry: RetryContext? = nil
    ) async throws -> FunctionOutcome {
        let function = try function(named: name)
        guard function.trigger.type != "httpTrigger" else {
            throw InvocationFailure(status: 404, message: "\"\(name)\" is an HTTP function; send it a request.")
        }
        let payload = try EmulatedPayload(value, for: function.trigger)
        var data: JSONObject = [function.trigger.name: payload.wire]
        for input in function.inputs { data[input.name] = "null" }
        for (name, value) in inputs {
            guard let binding = function.inputs.first(where: { $0.name == name }) else {
                throw InvocationFailure(status: 404, message: "\"\(function.name)\" has no input \"\(name)\".")
            }
            data[name] = try EmulatedPayload(value, for: binding).wire
        }
        var all = JSONObject()
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) { all[name] = EmulatedPayload.encoded(value) }
        for member in payload.members {
            switch member.value {
            case .null, .array: continue
            default: all[member.name] = EmulatedPayload.encoded(member.value)
            }
        }
        all["sys"] = EmulatedSystem.metadata(function.name)
        if let retry { all["RetryContext"] = EmulatedSystem.retry(retry) }
        return FunctionOutcome(
            try InvocationAnswer(try await call(function.name, ["Data": .object(data), "Metadata": .object(all)]))
                .result)
    }

    /// Calls functions as a caller whom a guard has let through: guards that hand out values of this type are not asked.
    ///
    /// ```swift
    /// let response = try await client.authorized(as: Principal(…)).get("/api/whoami")
    /// ```
    ///
    /// - Parameter value: What the guarded function gets.
    /// - Returns: A client for the same app.
    public func authorized(as value: some Sendable) -> FunctionTestClient {
        FunctionTestClient(functions: functions, dispatcher: dispatcher.standing(in: value))
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A function that takes messages from a storage queue.
///
/// ```swift
/// QueueFunction("fulfil", queue: "orders-in", of: Order.self, returning: .queue("orders-out")) { order, context in
///     Receipt(for: order)
/// }
/// ```
public struct QueueFunction: BlueprintItem {
    private let function: Function

    /// Declares a queue function that returns nothing.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - queue: The queue; `%SETTING%` is replaced by a setting's value.
    ///   - message: What a message is: `String` for its text, `[UInt8]` for its bytes, else its JSON.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - retry: How the host tries again when the handler throws; the queue's own attempts come after.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Does the work. When it throws, the message comes again, and goes to `<queue>-poison` in the end.
    public init<Message: Decodable & Sendable>(
        _ name: String, queue: String, of message: Message.Type = Message.self,
        connection: String = "AzureWebJobsStorage", retry: RetryPolicy? = nil, fileID: StaticString = #fileID,
        line: UInt = #line, handler: @escaping @Sendable (Message, InvocationContext) async throws -> Void
    ) {
        function = Function(
            name, on: .queue(queue, connection: connection, of: message), retry: retry, fileID: fileID, line: line,
            handler: handler)
    }

    /// Declares a queue function whose result goes to outputs.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - queue: The queue; `%SETTING%` is replaced by a setting's value.
    ///   - message: What a message is: `String` for its text, `[UInt8]` for its bytes, else its JSON.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - output: Where the result goes.
    ///   - retry: How the host tries again when the handler throws; the queue's own attempts come after.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Does the work. When it throws, nothing is written and the message comes again, and goes to
    ///     `<queue>-poison` in the end.
    public init<Message: Decodable & Sendable, Value>(
        _ name: String, queue: String, of message: Message.Type = Message.self,
        connection: String = "AzureWebJobsStorage", returning output: Output<Value>, retry: RetryPolicy? = nil,
        fileID: StaticString = #fileID, line: UInt = #line,
        handler: @escaping @Sendable (Message, InvocationContext) async throws -> Value
    ) {
        function = Function(
            name, on: .queue(queue, connection: connection, of: message), returning: output, retry: retry,
            fileID: fileID, line: line, handler: handler)
    }

    /// Adds this function.
    ///
    /// - Parameters:
    ///   - registration: Where functions and problems are collected.
    ///   - inherited: What the surrounding blueprints say.
    public func register(in registration: inout Registration, inheriting inherited: Inheritance) {
        function.register(in: &registration, inheriting: inherited)
    }
}

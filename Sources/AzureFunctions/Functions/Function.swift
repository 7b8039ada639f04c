// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A function of any trigger, with any inputs and outputs.
///
/// ```swift
/// Function(
///     "fulfil", on: .queue("orders-in", of: Order.self), reading: .blob("prices/{sku}.json", of: Price.self),
///     returning: .all(.queue("orders-out"), .blob("receipts/{id}.txt"))
/// ) { order, price, context in
///     (Receipt(order, price), "\(order.id): \(price.amount)")
/// }
/// ```
public struct Function: BlueprintItem {
    private let name: String
    private let retry: RetryPolicy?
    private let site: DeclarationSite
    private let parts: FunctionParts

    /// Declares a function that returns nothing.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - trigger: What starts it.
    ///   - retry: How the host tries again when the handler throws; not at all, or as host.json says, when nil.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Does the work. What it throws makes the invocation fail; the error's text goes to the log only.
    public init<Payload>(
        _ name: String, on trigger: Trigger<Payload>, retry: RetryPolicy? = nil, fileID: StaticString = #fileID,
        line: UInt = #line, handler: @escaping @Sendable (Payload, InvocationContext) async throws -> Void
    ) {
        self.init(
            name, retry, DeclarationSite(fileID: fileID, line: line),
            FunctionParts(trigger, .none, .none) { payload, _, context in try await handler(payload, context) })
    }

    /// Declares a function whose result goes to outputs.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - trigger: What starts it.
    ///   - output: Where the result goes.
    ///   - retry: How the host tries again when the handler throws; not at all, or as host.json says, when nil.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Does the work. What it throws makes the invocation fail, and nothing is written; the error's text
    ///     goes to the log only.
    public init<Payload, Value>(
        _ name: String, on trigger: Trigger<Payload>, returning output: Output<Value>, retry: RetryPolicy? = nil,
        fileID: StaticString = #fileID, line: UInt = #line,
        handler: @escaping @Sendable (Payload, InvocationContext) async throws -> Value
    ) {
        self.init(
            name, retry, DeclarationSite(fileID: fileID, line: line),
            FunctionParts(trigger, .none, output) { payload, _, context in try await handler(payload, context) })
    }

    /// Declares a function for which the host reads inputs.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - trigger: What starts it.
    ///   - input: What the host reads before.
    ///   - retry: How the host tries again when the handler throws; not at all, or as host.json says, when nil.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Does the work. What it throws makes the invocation fail; the error's text goes to the log only.
    public init<Payload, Read>(
        _ name: String, on trigger: Trigger<Payload>, reading input: Input<Read>, retry: RetryPolicy? = nil,
        fileID: StaticString = #fileID, line: UInt = #line,
        handler: @escaping @Sendable (Payload, Read, InvocationContext) async throws -> Void
    ) {
        self.init(
            name, retry, DeclarationSite(fileID: fileID, line: line),
            FunctionParts(trigger, input, .none, handler))
    }

    /// Declares a function for which the host reads inputs and whose result goes to outputs.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - trigger: What starts it.
    ///   - input: What the host reads before.
    ///   - output: Where the result goes.
    ///   - retry: How the host tries again when the handler throws; not at all, or as host.json says, when nil.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Does the work. What it throws makes the invocation fail, and nothing is written; the error's text
    ///     goes to the log only.
    public init<Payload, Read, Value>(
        _ name: String, on trigger: Trigger<Payload>, reading input: Input<Read>, returning output: Output<Value>,
        retry: RetryPolicy? = nil, fileID: StaticString = #fileID, line: UInt = #line,
        handler: @escaping @Sendable (Payload, Read, InvocationContext) async throws -> Value
    ) {
        self.init(
            name, retry, DeclarationSite(fileID: fileID, line: line), FunctionParts(trigger, input, output, handler))
    }

    init(_ name: String, _ retry: RetryPolicy?, _ site: DeclarationSite, _ parts: FunctionParts) {
        self.name = name
        self.retry = retry
        self.site = site
        self.parts = parts
    }

    /// Adds this function.
    ///
    /// - Parameters:
    ///   - registration: Where functions and problems are collected.
    ///   - inherited: What the surrounding blueprints say.
    public func register(in registration: inout Registration, inheriting inherited: Inheritance) {
        let name = inherited.namePrefix + name
        for draft in parts.problems + (retry?.problems ?? []) {
            registration.report(draft.problem(of: name, at: site))
        }
        switch parts.work {
        case .event(let trigger, let handler):
            registration.add(
                FunctionDefinition(
                    name: name, bindings: [trigger] + parts.inputs + parts.outputs, retry: retry, site: site,
                    work: .event(inherited.middleware.around(handler)), execution: inherited.execution))
        case .http(let options, let handler):
            HTTPDeclaration(options: options, inputs: parts.inputs, outputs: parts.outputs, handler: handler)
                .register(name, retry, site, in: &registration, inheriting: inherited)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A function's trigger, inputs, outputs and handler with their types taken away.
struct FunctionParts: Sendable {
    typealias EventHandler = @Sendable (InvocationContext) async throws -> InvocationOutcome
    typealias HTTPHandler = @Sendable (FunctionRequest, InvocationContext) async throws -> InvocationOutcome

    enum Work: Sendable {
        case event(Binding, EventHandler)
        case http(HTTPTriggerOptions, HTTPHandler)
    }

    let inputs: [Binding]
    let outputs: [Binding]
    let problems: [Problem.Draft]
    let work: Work

    init<Payload, Read, Value>(
        _ trigger: Trigger<Payload>, _ input: Input<Read>, _ output: Output<Value>,
        _ handler: @escaping @Sendable (Payload, Read, InvocationContext) async throws -> Value
    ) {
        let inputs = BindingDeclaration.resolve(input.bindings, .in)
        let outputs = BindingDeclaration.resolve(output.bindings, .out)
        self.inputs = inputs
        self.outputs = outputs
        problems = trigger.problems + input.problems + output.problems
        let inputNames = inputs.map(\.name)[...]
        let outputNames = outputs.map(\.name)[...]
        switch trigger.source {
        case .event(let read):
            let name = trigger.binding.name
            work = .event(trigger.binding) { context in
                guard let value = context.data[name] else {
                    throw UnreadableValue(Payload.self, "the host sent no \"\(name)\".")
                }
                let result = try await handler(try read(value), try input.read(context.data, inputNames), context)
                var outcome = InvocationOutcome()
                try output.write(result, outputNames, &outcome)
                try outcome.checkReturnedMembers(outputNames)
                return outcome
            }
        case .http(let options, let read):
            work = .http(options) { request, context in
                let payload = try await read(request, context)
                let result = try await handler(payload, try input.read(context.data, inputNames), context)
                var outcome = InvocationOutcome()
                try output.write(result, outputNames, &outcome)
                try outcome.checkReturnedMembers(outputNames)
                return outcome
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Synchronization

/// The middleware around one function, outermost first.
struct MiddlewareChain: Sendable {
    private var layers: [Middleware] = []

    mutating func append(_ middleware: [Middleware]) { layers += middleware }

    /// A handler with everything around it; the handler itself when there is nothing.
    func around(_ handler: @escaping FunctionParts.EventHandler) -> FunctionParts.EventHandler {
        layers.reversed().reduce(handler) { inner, layer in
            guard case .invocation(let handle) = layer.kind else { return inner }
            return { context in
                let box = OutcomeBox()
                try await handle(context) { box.outcome = try await inner($0) }
                return box.outcome ?? InvocationOutcome()
            }
        }
    }

    /// What is around an HTTP handler; nil when there is nothing.
    var aroundHTTP: (@Sendable (@escaping FunctionParts.HTTPHandler) -> FunctionParts.HTTPHandler)? {
        guard !layers.isEmpty else { return nil }
        let layers = layers
        return { handler in
            layers.reversed().reduce(handler) { inner, layer in Self.wrap(inner, in: layer) }
        }
    }

    private static func wrap(
        _ inner: @escaping FunctionParts.HTTPHandler, in layer: Middleware
    ) -> FunctionParts.HTTPHandler {
        { request, context in
            let box = OutcomeBox()
            switch layer.kind {
            case .http(let handle):
                let response = try await handle(request, context) { request, context in
                    let outcome = try await inner(request, context)
                    box.outcome = outcome
                    return outcome.response ?? .status(.noContent)
                }
                var outcome = box.outcome ?? InvocationOutcome()
                outcome.response = response
                return outcome
            case .invocation(let handle):
                try await handle(context) { box.outcome = try await inner(request, $0) }
                return box.outcome ?? InvocationOutcome(response: .status(.noContent))
            }
        }
    }
}

/// Carries what a function wrote to its outputs past middleware, which sees the answer only.
private final class OutcomeBox: Sendable {
    private let value = Mutex<InvocationOutcome?>(nil)

    var outcome: InvocationOutcome? {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }
}

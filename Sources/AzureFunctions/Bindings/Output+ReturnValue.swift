// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

extension Output where Value: Encodable & Sendable {
    /// What goes back to the caller of the trigger, where there is no binding for it (host contract §7.15).
    ///
    /// For Durable, SignalR, Dapr, assistant skills, and resources and prompts of the Model Context Protocol. The value is
    /// sent as JSON. A text that is nothing but a date is refused, because the host would rewrite it.
    public static var returnValue: Output {
        Output([]) { value, _, outcome in
            let json = try OutputItem.json(value)
            if let text = json.string, HostDateForm.isRecognized(text) { throw UnsayableOutput.date }
            outcome.returnValue = json
        }
    }

    /// The answer of a tool of the Model Context Protocol as text (host contract §7.14).
    ///
    /// A `String` is sent as it is, anything else as compact JSON. A text that is nothing but a date is refused, because
    /// the host would rewrite it.
    public static var toolResult: Output {
        Output([]) { value, _, outcome in
            guard let text = try OutputItem.document(value)?.text else { return }
            guard !HostDateForm.isRecognized(text) else { throw UnsayableOutput.date }
            outcome.returnValue = .string(text)
        }
    }
}

extension Output where Value == MCPToolResult {
    /// The answer of a tool of the Model Context Protocol as content blocks; the trigger needs `usesResultSchema`.
    public static var mcpToolResult: Output {
        Output([]) { result, _, outcome in outcome.returnValue = .string(JSONText.of(try result.json)) }
    }
}

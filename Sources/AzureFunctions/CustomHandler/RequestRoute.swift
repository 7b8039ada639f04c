// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where a request goes, known from its head.
struct RequestRoute: Sendable {
    enum Destination: Sendable {
        /// `POST /{name}`, with an envelope.
        case envelope(FunctionDefinition)
        /// As the client sent it.
        case plain(FunctionDefinition, RouteValues)
        /// `GET /` that no function takes.
        case root
        case nowhere
    }

    let destination: Destination
    let execution: Execution
    /// In bytes.
    let maximumBodySize: Int

    init(_ destination: Destination, _ execution: Execution, _ maximumBodySize: Int) {
        self.destination = destination
        self.execution = execution
        self.maximumBodySize = maximumBodySize
    }

    var function: FunctionDefinition? {
        switch destination {
        case .envelope(let function), .plain(let function, _): function
        case .root, .nowhere: nil
        }
    }

    /// Whether the function starts before the body has come.
    var streamsRequest: Bool {
        if case .plain(let function, _) = destination {
            function.http?.transport.streaming.contains(.request) == true
        } else {
            false
        }
    }
}

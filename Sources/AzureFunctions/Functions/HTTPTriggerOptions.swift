// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes

/// What function.json says of an `httpTrigger` (host contract §5.2).
struct HTTPTriggerOptions: Sendable {
    let route: String?
    let methods: [HTTPRequest.Method]
    let authLevel: AuthLevel?
    /// Guards of the function itself, whose problems and components are registered; they run in its handler.
    var guards: [GuardStep] = []
    var transport = HTTPTransport()
    /// Where the handler runs; nil inherits.
    var execution: Execution?
}

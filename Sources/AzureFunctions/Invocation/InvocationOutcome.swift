// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What a function's work comes to, before it is written for the host.
struct InvocationOutcome: Sendable {
    /// The answer of an HTTP function.
    var response: FunctionResponse?
    /// Values of other outputs, by binding name.
    var outputs: JSONObject = [:]
    var returnValue: JSONValue = .null
    var ending = FunctionInstruments.Outcome.succeeded
}

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

    func checkReturnedMembers(_ outputs: ArraySlice<String>) throws(UnsayableOutput) {
        guard let returned = returnValue.object else { return }
        for name in outputs where returned[name] != nil { throw .returnedMember(name) }
    }
}

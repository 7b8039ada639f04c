// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What a trigger gives to a function (host contract §7).
struct TriggerInput: Sendable {
    /// The value of the trigger's binding, as it goes on the wire.
    var data: JSONValue
    var metadata = BindingData()
    /// Why it runs, for the log (host contract §10).
    var reason: String
    /// The rest of the line `Trigger Details:`.
    var details: String?
    /// Why the trigger's value cannot be given to the function, which then fails without being called.
    var failure: InvocationFailure?
}

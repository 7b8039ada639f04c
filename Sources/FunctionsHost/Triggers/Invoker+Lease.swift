// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Invoker {
    /// How long what an invocation took belongs to it: longer than any invocation lasts.
    var lease: Duration { min(configuration.callTimeout, .seconds(7 * 86_400)) + .seconds(60) }
}

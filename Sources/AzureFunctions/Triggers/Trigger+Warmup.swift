// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload == Void {
    /// A new instance of the app, before it gets work (host contract §7.13).
    ///
    /// An app has one such function at most, and its name is `warmup`. The Consumption plan does not know it.
    public static var warmup: Trigger { Trigger("warmupTrigger", "warmup") { _ in } }
}

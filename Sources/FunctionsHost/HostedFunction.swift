// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A function as the host lists it.
public struct HostedFunction: Sendable, Hashable {
    /// What is known of an HTTP function's address.
    public struct HTTP: Sendable, Hashable {
        /// The methods in upper case; empty means all.
        public let methods: [String]
        /// The route template with prefix, without leading slash.
        public let route: String
    }

    /// The function's name.
    public let name: String
    /// The trigger's type, as in function.json.
    public let trigger: String
    /// The address of an HTTP function.
    public let http: HTTP?
    /// Whether a setting or function.json disables it.
    public let isDisabled: Bool
}

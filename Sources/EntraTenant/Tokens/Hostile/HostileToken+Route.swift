// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension HostileToken {
    /// What the endpoint demands that a token is sent to.
    public struct Route: Sendable, Hashable, CustomStringConvertible {
        /// The route's stable name.
        public let description: String

        /// A user's token with the API's first scope; most rows.
        public static let userScope = Route(description: "user_scope")
        /// The same, from the client of the mint and no other.
        public static let knownClient = Route(description: "known_client")
        /// The same, from members of the tenant and no guests.
        public static let membersOnly = Route(description: "members_only")
        /// The same, from users who have met the authentication context `c1`.
        public static let authenticationContext = Route(description: "authentication_context")
        /// A user's token whose user has the API's first app role.
        public static let userRole = Route(description: "user_role")
        /// An application's own token with the API's first app role.
        public static let appRole = Route(description: "app_role")
    }
}

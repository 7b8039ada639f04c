// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Who the platform says is calling: a host key, or App Service authentication ("EasyAuth") in front of the app
/// (host contract §6.2, §7.2).
///
/// This is what the platform asserts, not a verified token: behind anything but Azure's own front end a client can send
/// the field itself. Where it matters, guard the function.
public struct CallerIdentity: Sendable, Hashable {
    /// One claim.
    public struct Claim: Sendable, Hashable {
        /// The claim's type, such as `name` or a URI.
        public let type: String
        /// The claim's value.
        public let value: String
    }

    /// The scheme, such as `aad` or `WebJobsAuthLevel`.
    public let authenticationType: String?
    /// The caller's name, when there is one.
    public let name: String?
    /// The caller's id with its provider, when there is one.
    public let userID: String?
    /// The caller's roles, where the platform lists them by themselves.
    public let roles: [String]
    /// All claims in order.
    public let claims: [Claim]

    /// The values of a claim.
    ///
    /// - Parameter type: The claim's type, compared exactly.
    /// - Returns: The values in order.
    public func values(of type: String) -> [String] { claims.filter { $0.type == type }.map(\.value) }

    /// An element of `Identities` in an envelope.
    init?(envelope element: JSONElement) {
        guard element.kind == .object else { return nil }
        authenticationType = element["AuthenticationType"]?.string
        name = element["Name"]?.string
        userID = nil
        roles = []
        claims = element["Claims"]?.elements?.compactMap { Self.claim($0, "Type", "Value") } ?? []
    }

    /// The field `X-MS-CLIENT-PRINCIPAL`: base64 of the form of App Service or of Static Web Apps.
    init?(field: String) {
        guard field.utf8.count <= 64 << 10, let data = Data(base64Encoded: field),
            let root = try? JSONDocument(parsing: Array(data), limits: JSONLimits(bytes: 48 << 10)).root,
            root.kind == .object
        else { return nil }
        let claims = root["claims"]?.elements?.compactMap { Self.claim($0, "typ", "val") } ?? []
        self.claims = claims
        func first(_ types: String?...) -> String? {
            types.compactMap(\.self).lazy.compactMap { type in claims.first { $0.type == type }?.value }.first
        }
        authenticationType = root["auth_typ"]?.string ?? root["identityProvider"]?.string
        name = root["userDetails"]?.string ?? first(root["name_typ"]?.string, "name")
        userID = root["userId"]?.string ?? first("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier")
        let listed = root["userRoles"]?.elements?.compactMap(\.string) ?? []
        let roleType = root["role_typ"]?.string ?? "roles"
        roles = listed + claims.filter { $0.type == roleType }.map(\.value)
    }

    private static func claim(_ element: JSONElement, _ type: String, _ value: String) -> Claim? {
        guard let type = element[type]?.string, let value = element[value]?.string else { return nil }
        return Claim(type: type, value: value)
    }
}

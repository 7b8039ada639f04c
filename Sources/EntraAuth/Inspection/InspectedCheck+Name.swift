// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension InspectedCheck {
    /// The name of a check, in the order in which ``TokenValidator`` works.
    public struct Name: Sendable, Hashable, CustomStringConvertible {
        /// The stable name.
        public let rawValue: String

        /// The stable name.
        public var description: String { rawValue }

        /// The `Authorization` header (RFC 6750 §2.1); only where one was given.
        public static let credentials = Name(rawValue: "credentials")
        /// The size of the whole token.
        public static let size = Name(rawValue: "size")
        /// Three segments, none empty (RFC 7515 §7.1).
        public static let segments = Name(rawValue: "segments")
        /// Strict base64url of header and signature (RFC 7515 §2).
        public static let encoding = Name(rawValue: "base64url")
        /// The header as strict JSON (RFC 7515 §4).
        public static let header = Name(rawValue: "header")
        /// `alg` (RFC 8725 §3.1).
        public static let algorithm = Name(rawValue: "alg")
        /// Parameters that would choose a key or change what is signed (RFC 8725 §3.10, RFC 7515 §4.1.11).
        public static let parameters = Name(rawValue: "header_parameters")
        /// `typ` (RFC 7515 §4.1.9).
        public static let type = Name(rawValue: "typ")
        /// `kid` (RFC 7515 §4.1.4).
        public static let keyID = Name(rawValue: "kid")
        /// A usable key with this `kid`.
        public static let key = Name(rawValue: "key")
        /// The signature (RFC 7515 §5.2, RFC 7518 §3.3).
        public static let signature = Name(rawValue: "signature")
        /// The payload as strict JSON (RFC 7519 §4).
        public static let payload = Name(rawValue: "payload")
        /// `ver`; not for Azure AD B2C, where ``issuer`` includes it.
        public static let version = Name(rawValue: "ver")
        /// `iss` is the authority's for the tenant in `tid`.
        public static let issuer = Name(rawValue: "iss")
        /// The key's own issuer and cloud; not for Azure AD B2C, where ``issuer`` includes it.
        public static let keyIssuer = Name(rawValue: "key_issuer")
        /// The tenant is accepted here.
        public static let tenant = Name(rawValue: "tenant")
        /// `aud` (RFC 7519 §4.1.3).
        public static let audience = Name(rawValue: "aud")
        /// `exp`, `nbf` and `iat` (RFC 7519 §4.1.4-§4.1.6).
        public static let time = Name(rawValue: "time")
        /// Claims that the configuration asks for; only where it does.
        public static let requiredClaims = Name(rawValue: "required_claims")
        /// User token, application token, or neither; and who calls.
        public static let kind = Name(rawValue: "kind")
        /// The app's own revocations; only where it has any.
        public static let revocation = Name(rawValue: "revocation")
        /// What the route demands: scopes, roles, clients.
        public static let policy = Name(rawValue: "policy")

        /// Every check in order.
        public static let all: [Name] = [
            .credentials, .size, .segments, .encoding, .header, .algorithm, .parameters, .type, .keyID, .key,
            .signature, .payload, .version, .issuer, .keyIssuer, .tenant, .audience, .time, .requiredClaims, .kind,
            .revocation, .policy,
        ]
    }
}

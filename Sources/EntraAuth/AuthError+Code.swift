// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension AuthError {
    /// A rule of `spec §11`, with its HTTP status, its RFC 6750 error and its fixed public text.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The stable name, sent in the body as `code` and used as a metrics label.
        public let rawValue: String
        /// The HTTP status.
        public let status: Int
        /// The `error` parameter of the challenge (RFC 6750 §3.1), or nil for none.
        public let challengeError: ChallengeError?
        /// The fixed text for the client.
        public let message: String

        /// The stable name.
        public var description: String { rawValue }

        /// The `error` values of a Bearer challenge.
        public enum ChallengeError: String, Sendable {
            /// The request is malformed (RFC 6750 §3.1).
            case invalidRequest = "invalid_request"
            /// The token is not accepted (RFC 6750 §3.1).
            case invalidToken = "invalid_token"
            /// The token is accepted, its privileges do not suffice (RFC 6750 §3.1).
            case insufficientScope = "insufficient_scope"
            /// The user must step up (claims challenge of Microsoft Entra).
            case insufficientClaims = "insufficient_claims"
        }

        private init(_ rawValue: String, _ status: Int, _ challengeError: ChallengeError?, _ message: String) {
            self.rawValue = rawValue
            self.status = status
            self.challengeError = challengeError
            self.message = message
        }

        private static func invalidToken(_ rawValue: String, _ message: String = "Invalid token") -> Code {
            Code(rawValue, 401, .invalidToken, message)
        }

        // The request.

        /// No `Authorization` header, or one of another scheme.
        public static let missingCredentials = Code("missing_credentials", 401, nil, "Authorization header missing")
        /// A Bearer header that is malformed, comes twice, or comes beside a query token.
        public static let invalidRequest = Code(
            "invalid_request", 400, .invalidRequest, "Invalid authorization header")

        // Before the signature: one text for all, so that an answer tells nothing about an unsigned token.

        /// Not a compact JWS of strict base64url and strict JSON.
        public static let tokenMalformed = invalidToken("token_malformed")
        /// Larger than any token of Entra.
        public static let tokenTooLarge = invalidToken("token_too_large")
        /// A JWE: five segments.
        public static let tokenEncrypted = invalidToken("token_encrypted")
        /// `alg` is not exactly `RS256`.
        public static let algorithmNotAllowed = invalidToken("algorithm_not_allowed")
        /// A header parameter that Entra never sends, such as `crit`, `jku` or `jwk`, or a `typ` of another token.
        public static let headerNotAllowed = invalidToken("header_not_allowed")
        /// No usable key with the header's `kid`, after a refresh where one was due.
        public static let keyNotFound = invalidToken("key_not_found")
        /// The signature is not the key's over these bytes.
        public static let signatureInvalid = invalidToken("signature_invalid")

        // After the signature: who issued it, for whom, when.

        /// `iss`, `tid`, the key's issuer and the cloud do not belong together, or belong to another authority.
        public static let issuerInvalid = invalidToken("issuer_invalid")
        /// A well-issued token of a tenant that is not accepted here.
        public static let tenantNotAllowed = invalidToken("tenant_not_allowed")
        /// `aud` is not this API.
        public static let audienceInvalid = invalidToken("audience_invalid")
        /// `ver` is not an accepted token version.
        public static let versionNotAllowed = invalidToken("version_not_allowed")
        /// An ID token, a device token, or a contradiction about the kind.
        public static let tokenKindInvalid = invalidToken("token_kind_invalid")
        /// A required claim is absent.
        public static let claimMissing = invalidToken("claim_missing")
        /// A claim has the wrong type or an impossible value.
        public static let claimInvalid = invalidToken("claim_invalid")
        /// `exp`, with the allowed skew, has passed; or the token is older than the configured age.
        public static let tokenExpired = invalidToken("token_expired", "Token has expired")
        /// `nbf` or `iat`, with the allowed skew, lies ahead.
        public static let tokenNotYetValid = invalidToken("token_not_yet_valid")

        // The policy.

        /// None of the required scopes.
        public static let insufficientScope = Code("insufficient_scope", 403, .insufficientScope, "Invalid scope")
        /// None of the required roles.
        public static let insufficientRole = Code("insufficient_role", 403, .insufficientScope, "Insufficient role")
        /// An application's token where a user's is required.
        public static let delegatedRequired = Code("delegated_required", 403, nil, "A user token is required")
        /// A user's token where an application's is required.
        public static let appRequired = Code("app_required", 403, nil, "An application token is required")
        /// The calling client is not on the list.
        public static let clientNotAllowed = Code("client_not_allowed", 403, nil, "Client not allowed")

        /// The user, a guest say, is not admitted here.
        public static let subjectNotAllowed = Code("subject_not_allowed", 403, nil, "User not allowed")
        /// The user has not met a required authentication context.
        public static let insufficientClaims = Code(
            "insufficient_claims", 401, .insufficientClaims, "Additional verification is required")
        /// The token, its subject or its client is revoked here.
        public static let tokenRevoked = invalidToken("token_revoked", "Token has been revoked")

        // The service.

        /// The token's key is unknown and keys cannot be fetched: not the client's fault.
        public static let keysUnavailable = Code(
            "keys_unavailable", 503, nil, "Signing keys are temporarily unavailable")

        /// Every code.
        public static let all: [Code] = [
            .missingCredentials,
            .invalidRequest,
            .tokenMalformed,
            .tokenTooLarge,
            .tokenEncrypted,
            .algorithmNotAllowed,
            .headerNotAllowed,
            .keyNotFound,
            .signatureInvalid,
            .issuerInvalid,
            .tenantNotAllowed,
            .audienceInvalid,
            .versionNotAllowed,
            .tokenKindInvalid,
            .claimMissing,
            .claimInvalid,
            .tokenExpired,
            .tokenNotYetValid,
            .insufficientScope,
            .insufficientRole,
            .delegatedRequired,
            .appRequired,
            .clientNotAllowed,
            .subjectNotAllowed,
            .insufficientClaims,
            .tokenRevoked,
            .keysUnavailable,
        ]
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The codes with which hostile tokens are refused, spelled as APIs report them.
enum Refusal: String, Sendable {
    case invalidRequest = "invalid_request"
    case tokenMalformed = "token_malformed"
    case tokenTooLarge = "token_too_large"
    case tokenEncrypted = "token_encrypted"
    case algorithmNotAllowed = "algorithm_not_allowed"
    case headerNotAllowed = "header_not_allowed"
    case keyNotFound = "key_not_found"
    case signatureInvalid = "signature_invalid"
    case issuerInvalid = "issuer_invalid"
    case audienceInvalid = "audience_invalid"
    case versionNotAllowed = "version_not_allowed"
    case tokenKindInvalid = "token_kind_invalid"
    case claimMissing = "claim_missing"
    case claimInvalid = "claim_invalid"
    case tokenExpired = "token_expired"
    case tokenNotYetValid = "token_not_yet_valid"
    case insufficientScope = "insufficient_scope"
    case insufficientRole = "insufficient_role"
    case delegatedRequired = "delegated_required"
    case appRequired = "app_required"
    case clientNotAllowed = "client_not_allowed"
    case subjectNotAllowed = "subject_not_allowed"
    case insufficientClaims = "insufficient_claims"

    var status: Int {
        switch self {
        case .invalidRequest: 400
        case .insufficientScope, .insufficientRole, .delegatedRequired, .appRequired, .clientNotAllowed,
            .subjectNotAllowed:
            403
        default: 401
        }
    }
}

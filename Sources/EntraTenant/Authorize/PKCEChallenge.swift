// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto

/// A proof key challenge (RFC 7636 §4.2).
struct PKCEChallenge: Sendable, Hashable {
    let value: String
    let isHashed: Bool

    /// Reads the challenge of an authorization request; nil when it has none.
    init?(_ parameters: FormParameters) throws(OAuthError) {
        let method = parameters["code_challenge_method"]
        guard let value = parameters["code_challenge"] else {
            guard method == nil else {
                throw OAuthError("invalid_request", 501_491, "code_challenge_method is given without code_challenge.")
            }
            return nil
        }
        guard Self.isWellFormed(value) else {
            throw OAuthError(
                "invalid_request", 501_491,
                "Invalid size or characters of code_challenge: use 43 to 128 unreserved characters.")
        }
        switch method {
        case nil, "plain": isHashed = false
        case "S256": isHashed = true
        default:
            throw OAuthError("invalid_request", 501_491, "code_challenge_method must be S256 or plain.")
        }
        self.value = value
    }

    /// Whether the verifier is the one behind the challenge (RFC 7636 §4.6).
    func accepts(_ verifier: String) -> Bool {
        guard Self.isWellFormed(verifier) else { return false }
        let computed = isHashed ? Base64URL.encode(SHA256.hash(data: Array(verifier.utf8))) : verifier
        return ConstantTime.equal(computed, value)
    }

    private static func isWellFormed(_ text: String) -> Bool {
        43...128 ~= text.utf8.count && PercentCoding.encode(text) == text
    }
}

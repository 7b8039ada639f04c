// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why one element of a key set is skipped.
public enum KeyRejection: String, Error, Sendable, Hashable {
    /// Not a JSON object.
    case notAnObject = "not_an_object"
    /// A member name comes twice.
    case duplicateMember = "duplicate_member"
    /// `kty` is not `RSA`; usual in mixed sets.
    case keyType = "key_type"
    /// `kid` is absent, empty, too long or not a string.
    case keyID = "kid"
    /// `use` or `key_ops` do not say "verify signatures".
    case use = "use"
    /// `alg` is not `RS256`.
    case algorithm = "algorithm"
    /// `n` or `e` is absent or not minimal, strict base64url.
    case encoding = "encoding"
    /// The modulus has fewer than 2,048 or more than 4,096 bits, or is even.
    case modulus = "modulus"
    /// The exponent is not 65537.
    case exponent = "exponent"
    /// The key holds private or symmetric material: somebody published a secret.
    case privateMaterial = "private_material"
    /// `issuer` or `cloud_instance_name` is not a string.
    case member = "member"
    /// The cryptographic library refuses the numbers.
    case material = "material"
    /// Another usable key of the same set has this `kid` and other numbers, issuer or cloud, so neither is believed.
    case ambiguousKeyID = "ambiguous_kid"
}

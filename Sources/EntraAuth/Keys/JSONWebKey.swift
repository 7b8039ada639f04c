// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The rules by which one element of a key set becomes a ``SigningKey`` or is skipped (`spec §6`, RFC 7517 §4-§5).
enum JSONWebKey {
    /// The sizes that are accepted, in bits; above, a verification costs too much.
    static let modulusBits = 2_048...4_096

    static func signingKey(from element: JSONElement) throws(KeyRejection) -> SigningKey {
        guard element.kind == .object else { throw .notAnObject }
        guard !element.hasDuplicateMembers else { throw .duplicateMember }
        guard let type = element["kty"]?.utf8, isEqual(type, "RSA") else { throw .keyType }
        for name in ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] where element[name] != nil {
            throw .privateMaterial
        }
        guard let id = element["kid"]?.utf8, 1...KeyIdentifier.maximumSize ~= id.count else { throw .keyID }
        try checkUse(element)
        guard let modulus = element["n"]?.utf8.flatMap(Base64URL.decode),
            let exponent = element["e"]?.utf8.flatMap(Base64URL.decode)
        else { throw .encoding }
        try checkMaterial(modulus: modulus, exponent: exponent)
        guard
            let key = SigningKey(
                id: KeyIdentifier(id), modulus: modulus, exponent: exponent,
                issuer: try optionalString(element["issuer"]),
                cloudInstanceName: try optionalString(element["cloud_instance_name"]))
        else { throw .material }
        return key
    }

    private static func checkUse(_ element: JSONElement) throws(KeyRejection) {
        if let use = element["use"] {
            guard let value = use.utf8, isEqual(value, "sig") else { throw .use }
        }
        if let operations = element["key_ops"] {
            guard let values = operations.elements else { throw .use }
            let names = values.compactMap(\.utf8)
            guard names.count == values.count, Set(names).count == names.count,
                names.contains(where: { isEqual($0, "verify") })
            else { throw .use }
        }
        if let algorithm = element["alg"] {
            guard let value = algorithm.utf8, isEqual(value, "RS256") else { throw .algorithm }
        }
    }

    /// Numbers in the fewest octets (RFC 7518 §2), an odd modulus of an accepted size, and the exponent 65537 that
    /// every key of Entra has.
    private static func checkMaterial(modulus: [UInt8], exponent: [UInt8]) throws(KeyRejection) {
        guard let top = modulus.first, let bottom = modulus.last, top != 0, exponent.first != 0 else {
            throw .encoding
        }
        let bits = modulus.count * 8 - top.leadingZeroBitCount
        guard modulusBits ~= bits, bottom & 1 == 1 else { throw .modulus }
        guard exponent == [0x01, 0x00, 0x01] else { throw .exponent }
    }

    private static func optionalString(_ element: JSONElement?) throws(KeyRejection) -> [UInt8]? {
        guard let element else { return nil }
        guard let value = element.utf8 else { throw .member }
        return value.isEmpty ? nil : Array(value)
    }
}

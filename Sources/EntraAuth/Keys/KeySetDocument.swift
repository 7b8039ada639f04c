// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A key set as fetched (RFC 7517 §5): the usable keys, and why others were skipped.
struct KeySetDocument {
    /// What a key set may cost: a thousand keys of Entra are about 1.7 MB.
    static let limits = JSONLimits(bytes: 2 << 20, depth: 16, members: 256, values: 1 << 17)
    static let maximumKeys = 1_000

    private(set) var keys: [KeyIdentifier: SigningKey] = [:]
    private(set) var rejections: [KeyRejection: Int] = [:]
    /// Identifiers of two different usable keys: neither is believed, nor one that was held before.
    private(set) var ambiguous: Set<KeyIdentifier> = []

    init(parsing body: [UInt8]) throws(FetchError) {
        let root: JSONElement
        do throws(JSONError) {
            root = try JSONDocument(parsing: body, limits: Self.limits, duplicates: .marked).root
        } catch {
            throw FetchError(.malformed, "The key set is not strict JSON: \(error).")
        }
        guard root.kind == .object, !root.hasDuplicateMembers, let elements = root["keys"]?.elements else {
            throw FetchError(.malformed, "The key set is not an object with one array \"keys\".")
        }
        guard elements.count <= Self.maximumKeys else {
            throw FetchError(.malformed, "The key set has \(elements.count) keys; the limit is \(Self.maximumKeys).")
        }
        for element in elements {
            do throws(KeyRejection) {
                let key = try JSONWebKey.signingKey(from: element)
                if let other = keys[key.id], !other.isSame(as: key) {
                    ambiguous.insert(key.id)
                    throw .ambiguousKeyID
                }
                keys[key.id] = key
            } catch {
                rejections[error, default: 0] += 1
            }
        }
        for id in ambiguous { keys[id] = nil }
    }
}

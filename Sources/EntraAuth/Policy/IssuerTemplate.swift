// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An issuer with `{tenantid}` in the tenant's place or places, compared by bytes.
struct IssuerTemplate: Sendable {
    private static let placeholder = "{tenantid}"
    /// What stands before, between and after the placeholders.
    private let pieces: [[UInt8]]

    init(_ template: String) {
        var pieces: [[UInt8]] = [[]]
        var rest = Array(template.utf8)[...]
        let width = Self.placeholder.utf8.count
        while let byte = rest.first {
            if rest.prefix(width).elementsEqual(Self.placeholder.utf8) {
                pieces.append([])
                rest = rest.dropFirst(width)
            } else {
                pieces[pieces.count - 1].append(byte)
                rest = rest.dropFirst()
            }
        }
        self.pieces = pieces
    }

    /// Whether an issuer is the template with this tenant put in.
    func matches(_ issuer: ArraySlice<UInt8>, tenant: TenantID) -> Bool {
        let id = Array(tenant.description.utf8)
        return fill(issuer) { $0.starts(with: id) ? id.count : nil }
    }

    /// Whether an issuer is the template itself; the placeholder's case does not count (`spec §3.2`).
    func isTemplate(_ issuer: ArraySlice<UInt8>) -> Bool {
        fill(issuer) { isEqualIgnoringCase($0.prefix(10), "{tenantid}") ? 10 : nil }
    }

    /// The tenant that was put in, when it is one and the same GUID everywhere.
    func tenant(in issuer: ArraySlice<UInt8>) -> TenantID? {
        guard pieces.count > 1, issuer.starts(with: pieces[0]) else { return nil }
        let candidate = issuer.dropFirst(pieces[0].count).prefix(36)
        guard isCanonicalGUID(candidate), let tenant = TenantID(String(decoding: candidate, as: UTF8.self)),
            matches(issuer, tenant: tenant)
        else { return nil }
        return tenant
    }

    /// Walks the pieces; the closure says how many bytes stand in a placeholder's place.
    private func fill(_ issuer: ArraySlice<UInt8>, _ width: (ArraySlice<UInt8>) -> Int?) -> Bool {
        var rest = issuer
        for (index, piece) in pieces.enumerated() {
            if index > 0 {
                guard let count = width(rest) else { return false }
                rest = rest.dropFirst(count)
            }
            guard rest.starts(with: piece) else { return false }
            rest = rest.dropFirst(piece.count)
        }
        return rest.isEmpty
    }
}

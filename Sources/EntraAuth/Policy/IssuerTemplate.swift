// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An issuer with `{tenantid}` in the tenant's place, compared by bytes and without building strings.
struct IssuerTemplate: Sendable {
    private static let placeholder: StaticString = "{tenantid}"
    private let prefix: [UInt8]
    private let suffix: [UInt8]

    init(_ template: String) {
        let bytes = Array(template.utf8)
        let width = Self.placeholder.utf8CodeUnitCount
        let start =
            bytes.indices.first {
                $0 + width <= bytes.count && isEqualIgnoringCase(bytes[$0..<$0 + width], Self.placeholder)
            } ?? bytes.count
        prefix = Array(bytes[..<start])
        suffix = Array(bytes[min(start + width, bytes.count)...])
    }

    /// Whether an issuer is the template with this tenant put in.
    func matches(_ issuer: ArraySlice<UInt8>, tenant: TenantID) -> Bool {
        tenantPart(of: issuer)?.elementsEqual(tenant.description.utf8) ?? false
    }

    /// Whether an issuer is the template itself; the placeholder's case does not count (`spec §3.2`).
    func isTemplate(_ issuer: ArraySlice<UInt8>) -> Bool {
        tenantPart(of: issuer).map { isEqualIgnoringCase($0, Self.placeholder) } ?? false
    }

    private func tenantPart(of issuer: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard issuer.count > prefix.count + suffix.count, issuer.starts(with: prefix),
            issuer.suffix(suffix.count).elementsEqual(suffix)
        else { return nil }
        return issuer.dropFirst(prefix.count).dropLast(suffix.count)
    }
}

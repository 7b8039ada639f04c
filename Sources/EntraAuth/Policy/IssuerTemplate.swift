// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An issuer with `{tenantid}` in the tenant's place or places, compared by bytes.
struct IssuerTemplate: Sendable {
    private static let placeholder = "{tenantid}"
    /// The width of a tenant's text.
    private static let width = 36
    /// What stands before, between and after the placeholders, in one piece.
    private let text: [UInt8]
    /// Where the placeholders were taken out of the text.
    private let cuts: [Int]

    init(_ template: String) {
        var text: [UInt8] = []
        var cuts: [Int] = []
        var rest = Array(template.utf8)[...]
        let width = Self.placeholder.utf8.count
        while let byte = rest.first {
            if rest.prefix(width).elementsEqual(Self.placeholder.utf8) {
                cuts.append(text.count)
                rest = rest.dropFirst(width)
            } else {
                text.append(byte)
                rest = rest.dropFirst()
            }
        }
        self.text = text
        self.cuts = cuts
    }

    /// Whether an issuer is the template with this tenant put in.
    func matches(_ issuer: ArraySlice<UInt8>, tenant: TenantID) -> Bool {
        fits(issuer.span, width: Self.width) { TenantID(canonical: $0) == tenant }
    }

    /// Whether an issuer is the template itself; the placeholder's case does not count (`spec §3.2`).
    func isTemplate(_ issuer: ArraySlice<UInt8>) -> Bool {
        fits(issuer.span, width: Self.placeholder.utf8.count) { isEqualIgnoringCase($0, "{tenantid}") }
    }

    /// The tenant that was put in, when it is one and the same GUID everywhere.
    func tenant(in issuer: ArraySlice<UInt8>) -> TenantID? {
        guard let cut = cuts.first, let tenant = TenantID(canonical: issuer.dropFirst(cut).prefix(Self.width)),
            matches(issuer, tenant: tenant)
        else { return nil }
        return tenant
    }

    /// Compares everything but the placeholders' places, of which each has a width and is judged by the closure.
    private func fits(
        _ issuer: borrowing Span<UInt8>, width: Int, _ isTenant: (borrowing Span<UInt8>) -> Bool
    ) -> Bool {
        guard issuer.count == text.count + cuts.count * width else { return false }
        var done = 0
        var place = 0
        for cut in cuts {
            let length = cut - done
            guard isEqual(issuer.extracting(place..<place + length), text.span.extracting(done..<cut)),
                isTenant(issuer.extracting(place + length..<place + length + width))
            else { return false }
            done = cut
            place += length + width
        }
        return isEqual(issuer.extracting(place..<issuer.count), text.span.extracting(done..<text.count))
    }
}

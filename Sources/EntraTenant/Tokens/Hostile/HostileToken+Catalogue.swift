// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension HostileToken {
    /// The catalogue, by group: structure, base64url, header, signature, payload, time, issuer, audience, authorization.
    ///
    /// - Parameter route: Only the rows for this endpoint; nil for all.
    /// - Returns: The rows in order, each id once.
    public static func catalogue(for route: Route? = nil) -> [HostileToken] {
        guard let route else { return all }
        return all.filter { $0.route == route }
    }

    /// One row.
    ///
    /// - Parameter id: Such as `HDR-02` or `HDR-03/1`.
    /// - Returns: The row, or nil when there is none of this id.
    public static func named(_ id: String) -> HostileToken? {
        all.first { $0.id.utf8.elementsEqual(id.utf8) }
    }

    private static let all: [HostileToken] =
        structure + encoding + headerAlgorithms + headerKeys + headerParameters + headerTexts + signatures + payloads
        + payloadTexts + times + issuers + audiences + scopes + kinds + roles

    /// The variants of one row, numbered from 1.
    static func family<Variant: Sendable>(
        _ id: String, _ summary: String, _ refusal: Refusal?, status: Int? = nil, on route: Route = .userScope,
        _ variants: [(name: String, value: Variant)],
        recipe: @escaping @Sendable (HostileMint, Variant) throws -> String
    ) -> [HostileToken] {
        variants.enumerated().map { index, variant in
            HostileToken("\(id)/\(index + 1)", "\(summary): \(variant.name)", refusal, status: status, on: route) {
                try recipe($0, variant.value)
            }
        }
    }

    /// The variants of one row that differ in a text, which is their name too.
    static func family(
        _ id: String, _ summary: String, _ refusal: Refusal?, on route: Route = .userScope, texts: [String],
        recipe: @escaping @Sendable (HostileMint, String) throws -> String
    ) -> [HostileToken] {
        family(id, summary, refusal, on: route, texts.map { ($0.debugDescription, $0) }, recipe: recipe)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A token that an API must refuse, or one that looks odd and that it must accept: a row of the attack catalogue.
///
/// It is judged as an API does that accepts v2.0 tokens of this one tenant for its client id, with 60 seconds of skew.
/// ``mint(by:)`` makes the text; send it as `Authorization: Bearer <text>`. Some texts hold bytes that HTTP clients
/// refuse to send, see ``HostileToken/fitsHeaderField(_:)``.
public struct HostileToken: Sendable, CustomStringConvertible {
    /// The catalogue's row, with a number where the row has several variants: `HDR-02`, `HDR-03/1`.
    public let id: String
    /// What is wrong with the token, in one line.
    public let summary: String
    /// What the token has to be sent to.
    public let route: Route
    let refusal: Refusal?
    private let status: Int?
    private let recipe: @Sendable (HostileMint) throws -> String

    init(
        _ id: String, _ summary: String, _ refusal: Refusal?, status: Int? = nil, on route: Route = .userScope,
        recipe: @escaping @Sendable (HostileMint) throws -> String
    ) {
        self.id = id
        self.summary = summary
        self.refusal = refusal
        self.status = status
        self.route = route
        self.recipe = recipe
    }

    /// The private code of the refusal, such as `algorithm_not_allowed`; nil when the token must be accepted.
    public var expectedCode: String? { refusal?.rawValue }

    /// The HTTP status of the answer, 200 for a token that must be accepted.
    public var expectedStatus: Int { status ?? refusal?.status ?? 200 }

    /// Makes the token.
    ///
    /// - Parameter mint: The tenant's mint; its clock dates the token.
    /// - Returns: The text that stands behind `Bearer `.
    /// - Throws: What ``SigningKey/signature(of:)`` throws.
    public func mint(by mint: HostileMint) throws -> String { try recipe(mint) }

    /// Whether a text can stand in a header field: printable ASCII only.
    ///
    /// - Parameter text: A token.
    /// - Returns: False for texts that need a raw socket.
    public static func fitsHeaderField(_ text: String) -> Bool { text.utf8.allSatisfy { 0x20...0x7E ~= $0 } }

    /// `id: summary`.
    public var description: String { "\(id): \(summary)" }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a client gets.
struct HTTPAnswer: Sendable, Equatable {
    var status: Int
    var headers: [Header] = []
    var body: [UInt8] = []

    struct Header: Sendable, Equatable {
        let name: String
        let value: String
    }

    static let serverError = HTTPAnswer(status: 500)
    static let notFound = HTTPAnswer(status: 404)

    /// A text, of the host's default type unless another is given.
    static func text(_ text: String, status: Int = 200, type: String = "text/plain; charset=utf-8") -> HTTPAnswer {
        HTTPAnswer(status: status, headers: [Header(name: "Content-Type", value: type)], body: Array(text.utf8))
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// What a person pasted: a token, or the header that carries one.
struct TokenInput {
    /// More than this is not read; a token has at most 16 KiB.
    static let maximumSize = 64 << 10

    private enum Form {
        case token(String)
        case header(String)
    }

    private let form: Form

    init(_ text: String) {
        let text = Self.trimmed(text[...])
        if let value = Self.dropping("authorization:", from: text) {
            form = .header(String(Self.trimmed(value)))
        } else if Self.dropping("bearer ", from: text) != nil {
            form = .header(String(text))
        } else {
            form = .token(String(text))
        }
    }

    var isEmpty: Bool {
        switch form {
        case .token(let text), .header(let text): text.isEmpty
        }
    }

    /// How long the token is, in bytes.
    var size: Int {
        switch form {
        case .token(let text): text.utf8.count
        case .header(let text): (Self.dropping("bearer ", from: text[...]).map(Self.trimmed) ?? "").utf8.count
        }
    }

    func inspected(by validator: TokenValidator, policy: AuthorizationPolicy) async -> TokenInspection {
        switch form {
        case .token(let text): await validator.inspect(BearerToken(text), policy: policy)
        case .header(let value): await validator.inspect(authorization: [value], policy: policy)
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    private static func dropping(_ prefix: String, from text: Substring) -> Substring? {
        text.prefix(prefix.count).lowercased() == prefix ? text.dropFirst(prefix.count) : nil
    }
}

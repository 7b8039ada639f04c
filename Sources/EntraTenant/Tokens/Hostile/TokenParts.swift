// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The three segments of a compact token, to be put together wrongly.
struct TokenParts: Sendable {
    var header = ""
    var payload = ""
    var signature = ""

    init(_ token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return }
        header = String(parts[0])
        payload = String(parts[1])
        signature = String(parts[2])
    }

    var compact: String { "\(header).\(payload).\(signature)" }

    /// The same token with another signature.
    func signature(_ change: (inout [UInt8]) -> Void) -> String {
        var bytes = Base64URL.decode(signature.utf8) ?? []
        change(&bytes)
        return "\(header).\(payload).\(Base64URL.encode(bytes))"
    }
}

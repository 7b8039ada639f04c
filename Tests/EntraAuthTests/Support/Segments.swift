// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The three parts of a token.
struct Segments {
    var header: String
    var payload: String
    var signature: String

    init(_ token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        (header, payload, signature) = (parts[0], parts[1], parts[2])
    }

    var token: String { "\(header).\(payload).\(signature)" }

    /// The signature's bytes, changed.
    func signature(_ change: (inout [UInt8]) -> Void) -> String {
        var bytes = Base64.bytes(signature)
        change(&bytes)
        return "\(header).\(payload).\(Base64.url(bytes))"
    }
}

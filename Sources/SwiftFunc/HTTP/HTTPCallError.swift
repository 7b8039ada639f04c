// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why a request got no answer.
struct HTTPCallError: Error, Equatable, Sendable, CustomStringConvertible {
    enum Kind: Sendable { case refused, timedOut, untrusted, broken }

    let kind: Kind
    let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}

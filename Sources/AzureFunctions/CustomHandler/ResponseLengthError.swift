// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A streamed answer that does not keep its announced `Content-Length`.
struct ResponseLengthError: Error, CustomStringConvertible {
    let isTooLong: Bool

    var description: String { "The body is \(isTooLong ? "longer" : "shorter") than its Content-Length." }
}

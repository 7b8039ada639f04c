// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Lets an output see the items of an array or an optional.
protocol OutputSequence {
    var outputItems: [any Encodable] { get }
}

/// Lets an output see whether an optional holds something.
protocol OptionalOutput {
    var wrappedOutput: (any Encodable)? { get }
}

extension Array: OutputSequence where Element: Encodable {
    var outputItems: [any Encodable] { self }
}

extension Optional: OutputSequence, OptionalOutput where Wrapped: Encodable {
    var wrappedOutput: (any Encodable)? { self }

    var outputItems: [any Encodable] { map { [$0] } ?? [] }
}

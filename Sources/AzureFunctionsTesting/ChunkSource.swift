// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Takes a sequence's elements one by one, for a reader that is a function.
actor ChunkSource<Base: AsyncSequence & Sendable> where Base.Element == [UInt8] {
    private var iterator: Base.AsyncIterator?

    init(_ base: Base) {
        iterator = base.makeAsyncIterator()
    }

    /// The next element; nil at the end, and for a second reader while the first one waits.
    func next() async throws -> [UInt8]? {
        guard var current = iterator.take() else { return nil }
        let element = try await current.next(isolation: self)
        iterator = current
        return element
    }
}

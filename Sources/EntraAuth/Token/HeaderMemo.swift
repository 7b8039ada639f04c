// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// The headers of tokens whose signature was verified, which are the same bytes token after token.
///
/// What a header means depends on its bytes alone, so a known one need not be decoded and judged again; its key is looked
/// up every time. Only a holder of a signing key can put anything here.
final class HeaderMemo: Sendable {
    final class Entry: Sendable {
        let encoded: [UInt8]
        let decoded: [UInt8]
        let header: TokenHeader

        init(encoded: [UInt8], decoded: [UInt8], header: TokenHeader) {
            self.encoded = encoded
            self.decoded = decoded
            self.header = header
        }
    }

    private struct State {
        var entries: [Entry] = []
        var oldest = 0
    }

    /// Entra signs with one or two keys at a time.
    static let capacity = 4
    private let state = Mutex(State())

    func entry(for encoded: ArraySlice<UInt8>) -> Entry? {
        state.withLock { state in
            for entry in state.entries where isEqual(encoded, entry.encoded) { return entry }
            return nil
        }
    }

    func insert(_ header: TokenHeader, decoded: [UInt8], for encoded: ArraySlice<UInt8>) {
        let entry = Entry(encoded: Array(encoded), decoded: decoded, header: header)
        state.withLock { state in
            // Requests that came together find out the same.
            guard !state.entries.contains(where: { $0.encoded == entry.encoded }) else { return }
            if state.entries.count < Self.capacity {
                state.entries.append(entry)
            } else {
                state.entries[state.oldest] = entry
                state.oldest = (state.oldest + 1) % Self.capacity
            }
        }
    }
}

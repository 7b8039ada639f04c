// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// The lines of one invocation that wait for its result, which carries them to the host (host contract §8.2).
///
/// Bounded; when it is full, or the invocation is over, the writer is told to write elsewhere.
final class InvocationLogs: Sendable {
    private static let maximumLines = 512
    private static let maximumBytes = 64 << 10

    private struct State {
        var lines: [String] = []
        var bytes = 0
        var isOpen = true
    }

    private let state = Mutex(State())

    /// Keeps a line; false when it must go elsewhere.
    func append(_ line: String) -> Bool {
        state.withLock { state in
            guard state.isOpen, state.lines.count < Self.maximumLines,
                state.bytes + line.utf8.count <= Self.maximumBytes
            else { return false }
            state.lines.append(line)
            state.bytes += line.utf8.count
            return true
        }
    }

    /// Takes the lines out and closes.
    func close() -> [String] {
        state.withLock { state in
            state.isOpen = false
            defer { state.lines = [] }
            return state.lines
        }
    }
}

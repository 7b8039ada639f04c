// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// A body that arrives while it is read.
final class StreamedBody: Sendable {
    private struct State {
        var isTaken = false
        var isMisread = false
    }

    /// The next bytes; nil at the end.
    let next: HandlerRequest.BodySource
    /// The most that may come, in bytes.
    let limit: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: The most that may come, in bytes.
    ///   - next: The next bytes; nil at the end.
    init(limit: Int, next: @escaping HandlerRequest.BodySource) {
        self.limit = limit
        self.next = next
    }

    /// Makes the caller the only reader.
    func take() throws(RequestBodyError) {
        let wasTaken = state.withLock { state in
            defer { state.isTaken = true }
            return state.isTaken
        }
        if wasTaken { throw .alreadyRead }
    }

    /// Notes that somebody asked for the whole body, which nobody has.
    func misread() { state.withLock { $0.isMisread = true } }

    var isMisread: Bool { state.withLock { $0.isMisread } }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How the tenant waits, injected so that tests decide when the time is over.
public struct Sleeper: Sendable {
    private let wait: @Sendable (Duration) async throws -> Void

    /// Creates a sleeper.
    ///
    /// - Parameter wait: Returns after the time; throws when its task is cancelled.
    public init(_ wait: @escaping @Sendable (Duration) async throws -> Void) {
        self.wait = wait
    }

    /// The machine's continuous clock.
    public static let system = Sleeper { try await Task.sleep(for: $0) }

    func sleep(for duration: Duration) async throws { try await wait(duration) }
}

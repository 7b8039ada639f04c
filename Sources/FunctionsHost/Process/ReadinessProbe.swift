// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging

/// Asks the handler whether it is there (host contract §3.1).
struct ReadinessProbe: Sendable {
    private static let interval = Duration.milliseconds(25)

    let client: HandlerClient
    let timeout: Duration
    /// Whether to ask for ever, as for a handler that somebody starts by hand.
    let isPatient: Bool
    let log: HostLog

    /// Asks every 25 milliseconds; the budget counts tries, not time.
    ///
    /// - Returns: Whether the handler answered.
    func wait() async -> Bool {
        var tries = 0
        let limit = Int((timeout / Self.interval).rounded(.up))
        while !Task.isCancelled, isPatient || tries < limit {
            tries += 1
            do throws(HandlerClientError) {
                try await client.ping(timeout: timeout)
                return true
            } catch {
                switch error.kind {
                case .refused:
                    log.host(
                        .trace,
                        "Waiting for HttpWorker to be initialized. Request to: http://127.0.0.1:\(client.port)/ failing "
                            + "with exception message: \(error.message)")
                case .timedOut:
                    if !isPatient { return false }
                // Any answer will do, also one that is not HTTP.
                case .closed, .invalidResponse, .tooLarge:
                    return !Task.isCancelled
                }
            }
            try? await Task.sleep(for: Self.interval)
        }
        return false
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging

/// A try that has begun; writes the line that ends it (host contract §10).
struct RunningInvocation: Sendable {
    /// The front end of Azure gives up on an answer after this time (host contract §6.4).
    private static let frontEndLimit = Duration.seconds(230)

    let function: FunctionMetadata
    let id: String
    let log: HostLog
    private let start = ContinuousClock.now

    init(function: FunctionMetadata, id: String, log: HostLog) {
        self.function = function
        self.id = id
        self.log = log
    }

    func succeeded() {
        let duration = start.duration(to: .now)
        log.journal.end(id, after: duration)
        log.function(
            function.name, .info, "Executed 'Functions.\(function.name)' (Succeeded, \(text(duration)))", id: id)
        if function.http != nil, duration > Self.frontEndLimit {
            log.quirk(
                .frontEndLimit, function.name,
                "'\(function.name)' took \(Int(duration / .seconds(1))) s. The front end of Azure gives up after about "
                    + "230 s: answer 202 and go on in a queue function.", id: id)
        }
    }

    func failed(_ message: String) {
        let duration = start.duration(to: .now)
        log.journal.end(id, after: duration, failure: message)
        log.function(
            function.name, .error,
            "Executed 'Functions.\(function.name)' (Failed, \(text(duration))) \(message)", id: id)
    }

    private func text(_ duration: Duration) -> String { "Id=\(id), Duration=\(Int(duration / .milliseconds(1)))ms" }
}

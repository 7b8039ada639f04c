// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// How a listener takes messages, and what it does with those that fail.
struct MailboxPolicy: Sendable {
    /// How many messages are taken at once.
    var batchSize: Int
    /// More are taken once no more than this many are being processed.
    var newBatchThreshold: Int
    /// No more than this many are processed at once.
    var maximumRunning: Int
    /// How many messages one invocation gets at most.
    var messagesPerInvocation = 1
    /// After so many deliveries in vain a message is moved away.
    var maximumDeliveries: Int
    /// How long a failed message stays invisible, by the number of its deliveries.
    var retryDelay: @Sendable (Int) -> Duration
    /// How long a taken message belongs to its taker, should the taker vanish.
    var lease: Duration
    var isInSessions = false
    /// Where failed messages go.
    var deadLetters: Mailbox
    /// What a message is told there.
    var deadLetterProperties: JSONObject = [:]
    /// The line for the log when a message goes there.
    var deadLetterLine: String
}

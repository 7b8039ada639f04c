// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import HTTPTypes
import Hummingbird

/// The ids by which one request is found again.
struct Trace: Sendable {
    let id: String
    /// The client's `client-request-id` when it is a GUID, else a fresh one.
    let correlationID: String
    let timestamp: String

    init(_ headers: HTTPFields, clock: WallClock, random: RandomSource) {
        id = random.guid()
        let sent = HTTPField.Name("client-request-id").flatMap { headers[$0] }
        correlationID = sent.flatMap { GUID.isValid($0) ? $0.lowercased() : nil } ?? random.guid()
        let date = Date(timeIntervalSince1970: Double(clock.now))
        timestamp = date.formatted(.iso8601.dateTimeSeparator(.space))
    }

    /// A client's text, short and without control characters, fit for messages.
    static func printable(_ text: String) -> String {
        String(text.unicodeScalars.prefix(128).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : Character($0) })
    }
}

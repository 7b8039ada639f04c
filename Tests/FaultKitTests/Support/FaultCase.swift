// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant
import StrictJSON
import Testing

/// A fault, and what a validator's fetch makes of it.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let fault: ServerFault
    let outcome: FetchError.Code
    /// How often the server is asked: a second time where the failure may pass.
    let requests: Int
    /// How long a fetch of the faulty document may take, where its server lets it wait.
    private let deadline: Duration?

    init(_ fault: ServerFault, _ outcome: FetchError.Code, requests: Int = 1, deadline: Duration? = nil) {
        self.fault = fault
        self.outcome = outcome
        self.requests = requests
        self.deadline = deadline
    }

    func haste(_ document: LocalTenant.Document) -> LabTransport.Haste? {
        deadline.map { LabTransport.Haste(document: document, deadline: $0) }
    }

    var testDescription: String { fault.description }

    static let transport: [FaultCase] =
        [
            FaultCase(.refuse, .connection, requests: 2),
            FaultCase(.status(429, retryAfter: 3_600), .status),
            FaultCase(.stall, .timeout, deadline: .milliseconds(300)),
            FaultCase(.drip(bytesPerSecond: 10), .timeout, deadline: .milliseconds(300)),
            FaultCase(.announcedLength(60_000), .timeout, deadline: .milliseconds(300)),
            FaultCase(.redirect(to: "http://169.254.169.254/"), .status),
            FaultCase(.redirect(to: "file:///etc/passwd"), .status),
            FaultCase(.redirect(to: ""), .status),
            FaultCase(.endlessBody, .tooLarge),
            FaultCase(.announcedLength(10 << 30), .tooLarge),
            FaultCase(.contentEncoding("gzip"), .content),
            FaultCase(.compressionBomb, .content),
            FaultCase(.headerFlood, .connection, requests: 2),
            FaultCase(.htmlPage, .content),
            FaultCase(.truncated, .connection, requests: 2),
            FaultCase(.emptyBody, .malformed),
            FaultCase(.invalidUTF8, .malformed),
        ]
        + [500, 502, 503, 504].map { FaultCase(.status($0), .status, requests: 2) }
        + [401, 403, 404].map { FaultCase(.status($0), .status) }

    static let keys = transport + [FaultCase(.emptyKeySet, .malformed)]

    static let metadata =
        transport + [
            FaultCase(.foreignIssuer, .foreign),
            FaultCase(.foreignKeyServer, .foreign),
            FaultCase(.metadataMember("jwks_uri", "http://169.254.169.254/keys"), .foreign),
            FaultCase(.metadataMember("jwks_uri", nil), .malformed),
            FaultCase(.metadataMember("issuer", nil), .malformed),
            FaultCase(.metadataMember("issuer", 1), .malformed),
        ]
}

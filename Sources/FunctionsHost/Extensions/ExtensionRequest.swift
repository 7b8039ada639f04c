// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A request to an endpoint that belongs to no function.
struct ExtensionRequest: Sendable {
    let method: String
    /// Percent-encoded, without query.
    let path: String
    /// With question mark; empty when there is none.
    let query: String
    let headers: [ClientRequest.Header]
    let body: [UInt8]
    /// Whether the caller is on this machine.
    let isLocal: Bool

    /// The decoded parts of the path.
    var segments: [String] {
        path.split(separator: "/").map { PercentDecoding.query(Substring($0.replacing("+", with: "%2B"))) }
    }

    /// The first header of a name, in lower case.
    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }

    /// The first value of a query parameter, by name without case.
    func parameter(_ name: String) -> String? {
        for pair in query.drop(while: { $0 == "?" }).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if PercentDecoding.query(parts[0]).lowercased() == name.lowercased() {
                return parts.count > 1 ? PercentDecoding.query(parts[1]) : ""
            }
        }
        return nil
    }

    /// Whether a browser sends it for a page of another machine.
    var isForeign: Bool {
        guard let origin = header("origin") else { return false }
        return !LoopbackName.isLoopback(origin: origin)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A request.
struct HTTPCall: Sendable {
    var method = "GET"
    var address: HTTPAddress
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []

    /// Whether a field is among the headers, ignoring case.
    func has(_ name: String) -> Bool { headers.contains { $0.name.lowercased() == name.lowercased() } }
}

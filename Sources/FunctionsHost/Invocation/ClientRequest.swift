// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

/// A client's request as the host sees it after routing.
struct ClientRequest: Sendable {
    struct Header: Sendable {
        let name: String
        let value: String
    }

    let scheme: String
    /// The `Host` header.
    let authority: String
    let method: String
    /// Percent-encoded, without query.
    let path: String
    /// With question mark; empty when there is none.
    let query: String
    /// In the order received, with `Host`.
    let headers: [Header]
    /// Empty unless the client said how long it is.
    let body: [UInt8]
    let parameters: RouteValues
    /// Who calls, by the key that was sent.
    let caller: Caller

    func values(_ name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name }.map(\.value)
    }

    /// Chunked bodies are lost on the way to the handler (host contract §4.3, §7.2).
    var isChunked: Bool { values("transfer-encoding").contains { $0.lowercased().contains("chunked") } }

    /// Without parameters, in lower case.
    var mediaType: String {
        let value = values("content-type").first ?? ""
        return String(value.prefix { $0 != ";" }).trimmedASCII.lowercased()
    }

    /// The parsed query: each name once, with all its values.
    var queryValues: [(name: String, values: [String])] {
        var result: [(name: String, values: [String])] = []
        for pair in query.drop(while: { $0 == "?" }).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentDecoding.query(parts[0])
            let value = parts.count > 1 ? PercentDecoding.query(parts[1]) : ""
            if let index = result.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
                result[index].values.append(value)
            } else {
                result.append((name, [value]))
            }
        }
        return result
    }

    /// The headers by name, sorted, each with all its values.
    var headerValues: [(name: String, values: [String])] {
        var result: [(name: String, values: [String])] = []
        for header in headers {
            if let index = result.firstIndex(where: { $0.name.lowercased() == header.name.lowercased() }) {
                result[index].values.append(header.value)
            } else {
                result.append((header.name, [header.value]))
            }
        }
        return result.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }
}

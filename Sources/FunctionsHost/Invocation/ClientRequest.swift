// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes

/// A client's request as the host sees it after routing.
struct ClientRequest: Sendable {
    struct Header: Sendable {
        let name: String
        /// The name in lower case.
        let key: String
        let value: String

        init(name: String, value: String) {
            self.name = name
            key = name.lowercaseForm
            self.value = value
        }

        init(_ field: HTTPField) {
            name = field.name.rawName
            key = field.name.canonicalName
            value = field.value
        }
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

    /// The values of a header.
    ///
    /// - Parameter key: Its name in lower case.
    /// - Returns: One for each time it comes.
    func values(_ key: String) -> [String] { headers.compactMap { $0.key == key ? $0.value : nil } }

    /// Chunked bodies are lost on the way to the handler (host contract §4.3, §7.2).
    var isChunked: Bool { values("transfer-encoding").contains { $0.lowercased().contains("chunked") } }

    /// Whether the client said that a body follows (RFC 9112 §6.3).
    var hasBody: Bool { isChunked || values("content-length").contains { $0 != "0" } }

    /// Without parameters, in lower case.
    var mediaType: String {
        let value = values("content-type").first ?? ""
        return String(value.prefix { $0 != ";" }).trimmedASCII.lowercased()
    }

    /// The parsed query: each name once, with all its values.
    var queryValues: [(name: String, values: [String])] {
        var result: [(name: String, values: [String])] = []
        var places: [String: Int] = [:]
        for pair in query.drop(while: { $0 == "?" }).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentDecoding.query(parts[0])
            let value = parts.count > 1 ? PercentDecoding.query(parts[1]) : ""
            if let place = places[name.lowercaseForm] {
                result[place].values.append(value)
            } else {
                places[name.lowercaseForm] = result.count
                result.append((name, [value]))
            }
        }
        return result
    }

    /// The headers by name, sorted, each with all its values.
    var headerValues: [(name: String, values: [String])] {
        var result: [(key: String, name: String, values: [String])] = []
        var places: [String: Int] = [:]
        for header in headers {
            if let place = places[header.key] {
                result[place].values.append(header.value)
            } else {
                places[header.key] = result.count
                result.append((header.key, header.name, [header.value]))
            }
        }
        return result.sorted { $0.key < $1.key }.map { ($0.name, $0.values) }
    }
}

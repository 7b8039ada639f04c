// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A URI with `{name}` in it, each for what has no slash (RFC 6570, level 1).
struct MCPTemplate: Sendable {
    private let pieces: [Substring]
    private let names: [String]

    init(_ text: String) {
        var pieces: [Substring] = []
        var names: [String] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            pieces.append(rest[..<start])
            names.append(String(rest[rest.index(after: start)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        self.pieces = pieces + [rest]
        self.names = names
    }

    var hasNames: Bool { !names.isEmpty }

    /// The values of the names; nil when a URI does not fit.
    func match(_ uri: String) -> JSONObject? {
        guard let first = pieces.first, uri.hasPrefix(first) else { return nil }
        var rest = uri.dropFirst(first.count)
        var values: JSONObject = [:]
        for (name, piece) in zip(names, pieces.dropFirst()) {
            let value =
                piece.isEmpty
                ? rest.prefix { $0 != "/" }
                : rest.prefix(upTo: rest.firstRange(of: piece)?.lowerBound ?? rest.startIndex)
            guard !value.isEmpty, !value.contains("/") else { return nil }
            values[name] = .string(PercentDecoding.query(Substring(value.replacing("+", with: "%2B"))))
            rest = rest.dropFirst(value.count + piece.count)
        }
        return rest.isEmpty ? values : nil
    }
}

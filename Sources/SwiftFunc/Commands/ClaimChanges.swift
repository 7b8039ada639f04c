// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import FoundationEssentials
import StrictJSON

/// Claims that a token shall carry in place of its own, to see how an app takes them.
struct ClaimChanges {
    private let changes: [(name: String, value: JSONValue)]

    /// Reads `name=json` texts.
    init(_ texts: [String]) throws {
        changes = try texts.map { text in
            guard let equals = text.firstIndex(of: "="), equals > text.startIndex,
                let value = try? JSONValue(parsing: Array(text[text.index(after: equals)...].utf8))
            else {
                throw CommandError("\"\(text)\" is not a claim; write name=json, such as 'aud=\"api://other\"'.")
            }
            return (String(text[..<equals]), value)
        }
    }

    /// The token with the changes, signed anew.
    func applied(to compact: String, key: SigningKey) throws -> String {
        guard !changes.isEmpty else { return compact }
        let parts = compact.split(separator: ".")
        guard parts.count == 3, let header = Self.json(parts[0]), var payload = Self.json(parts[1])?.object else {
            throw CommandError("The tenant's token cannot be read; its state may be damaged.")
        }
        for change in changes { payload[change.name] = change.value.isNull ? nil : change.value }
        return try TokenSigner.sign(header: header, payload: .object(payload), key: key)
    }

    private static func json(_ segment: Substring) -> JSONValue? {
        var text = segment.replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: String(text)) else { return nil }
        return try? JSONValue(parsing: Array(data))
    }
}

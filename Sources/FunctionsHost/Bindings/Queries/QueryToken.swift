// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A word of a query.
enum QueryToken: Sendable, Hashable {
    /// A name, key word or number; dots belong to it.
    case word(String)
    case text(String)
    case parameter(String)
    case symbol(String)

    /// The key word in upper case, if it may be one.
    var keyword: String? { if case .word(let word) = self { word.uppercased() } else { nil } }

    /// Splits a query; texts are in single or double quotes, parameters in braces.
    static func split(_ query: String) throws(StoreError) -> [QueryToken] {
        var tokens: [QueryToken] = []
        var rest = query[...]
        func close(_ end: Character) throws(StoreError) -> String {
            guard let index = rest.firstIndex(of: end) else {
                throw StoreError(.invalid, "The query ends within '\(rest.prefix(20))': \(query)")
            }
            defer { rest = rest[rest.index(after: index)...] }
            return String(rest[..<index])
        }
        while let character = rest.popFirst() {
            switch character {
            case " ", "\t", "\n", "\r\n": continue
            case "'", "\"": tokens.append(.text(try close(character)))
            case "{": tokens.append(.parameter(try close("}")))
            case "[":
                // c["name"] is c.name.
                let name = try close("]").filter { $0 != "\"" && $0 != "'" }
                guard case .word(let word) = tokens.popLast() else {
                    throw StoreError(.invalid, "'[' is not expected here: \(query)")
                }
                tokens.append(.word(word + "." + name))
            case "<", ">", "!", "=":
                if rest.first == "=" || character == "<" && rest.first == ">" {
                    tokens.append(.symbol(String(character) + String(rest.removeFirst())))
                } else {
                    tokens.append(.symbol(String(character)))
                }
            case "*", "(", ")", ",": tokens.append(.symbol(String(character)))
            default:
                let word = rest.prefix { $0.isLetter || $0.isNumber || "._-+@$".contains($0) }
                tokens.append(.word(String(character) + word))
                rest = rest[word.endIndex...]
            }
        }
        return tokens
    }

    /// The value of a literal; nil for other words.
    var literal: JSONValue? {
        switch self {
        case .text(let text): return .string(text)
        case .word(let word):
            switch word.lowercased() {
            case "true": return true
            case "false": return false
            case "null": return .null
            default:
                if let number = Int64(word) { return .integer(number) }
                return Double(word).flatMap(JSONNumber.init).map(JSONValue.number)
            }
        default: return nil
        }
    }
}

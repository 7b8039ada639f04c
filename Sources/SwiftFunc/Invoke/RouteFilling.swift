// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Puts values into the `{parameters}` of a route template (host contract §5.2).
enum RouteFilling {
    private static let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

    /// Fills a template, percent-encoding the values.
    ///
    /// - Parameters:
    ///   - template: Such as `api/items/{id:int}/{part?}`.
    ///   - values: Values by parameter name, ignoring case.
    /// - Returns: The path, with a slash at its start.
    /// - Throws: ``CommandError`` that names parameters without a value, and values without a parameter.
    static func path(_ template: String, _ values: [String: String]) throws -> String {
        var rest = Dictionary(values.map { ($0.key.lowercased(), $0.value) }) { $1 }
        var missing: [String] = []
        let segments = try template.split(separator: "/").map { segment in
            try pieces(segment).map { piece -> String? in
                guard case .parameter(let name, let isOptional, let isCatchAll, let fallback) = piece else {
                    if case .text(let text) = piece { return text }
                    return nil
                }
                if let value = rest.removeValue(forKey: name.lowercased()) {
                    return encoded(value, keepsSlash: isCatchAll)
                }
                if fallback == nil, !isOptional, !isCatchAll { missing.append(name) }
                return nil
            }
        }
        guard missing.isEmpty else {
            let options = missing.map { "--param \($0)=…" }.joined(separator: " ")
            throw CommandError("The route /\(template) needs \(options).")
        }
        if let name = rest.keys.sorted().first {
            throw CommandError("The route /\(template) has no parameter \"\(name)\".")
        }
        // An optional parameter without a value takes its segment with it.
        return "/"
            + segments.filter { $0.contains { $0 != nil } || $0.isEmpty }
            .map { $0.compactMap(\.self).joined() }.joined(separator: "/")
    }

    private enum Piece {
        case text(String)
        case parameter(name: String, isOptional: Bool, isCatchAll: Bool, fallback: String?)
    }

    private static func pieces(_ segment: Substring) throws -> [Piece] {
        var pieces: [Piece] = []
        var rest = segment
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            guard let close = rest.lastClose(from: open) else {
                throw CommandError("The route segment \"\(segment)\" cannot be read.")
            }
            var inner = rest[rest.index(after: open)..<close]
            let isCatchAll = inner.hasPrefix("*")
            inner = inner.drop { $0 == "*" }
            let isOptional = inner.hasSuffix("?")
            let name = String(inner.prefix { $0 != ":" && $0 != "?" && $0 != "=" })
            let fallback = inner.firstIndex(of: "=").map { String(inner[inner.index(after: $0)...]) }
            pieces.append(.parameter(name: name, isOptional: isOptional, isCatchAll: isCatchAll, fallback: fallback))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    private static func encoded(_ text: String, keepsSlash: Bool) -> String {
        text.utf8.map { byte in
            if allowed.contains(byte) || keepsSlash && byte == UInt8(ascii: "/") {
                return String(decoding: [byte], as: UTF8.self)
            }
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.utf8.count == 1 ? "0" + hex : hex)
        }.joined()
    }
}

extension Substring {
    /// The brace that closes the one at an index; doubled braces are text.
    fileprivate func lastClose(from open: Index) -> Index? {
        var depth = 0
        for index in self[open...].indices {
            if self[index] == "{" { depth += 1 }
            if self[index] == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}

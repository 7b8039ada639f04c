// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One challenge by RFC 9110 §11.6.1: a scheme and parameters of tokens or quoted strings.
struct ParsedChallenge {
    let scheme: String
    let parameters: [(name: String, value: String)]

    init?(_ field: String) {
        var rest = Array(field.utf8)[...]
        guard let scheme = Self.token(&rest), rest.popFirst() == 0x20 else { return nil }
        self.scheme = scheme
        var parameters: [(name: String, value: String)] = []
        while true {
            guard let name = Self.token(&rest), rest.popFirst() == UInt8(ascii: "="),
                let value = rest.first == UInt8(ascii: "\"") ? Self.quoted(&rest) : Self.token(&rest)
            else { return nil }
            parameters.append((name, value))
            if rest.isEmpty { break }
            guard rest.popFirst() == UInt8(ascii: ",") else { return nil }
            while rest.first == 0x20 || rest.first == 0x09 { rest.removeFirst() }
        }
        self.parameters = parameters
    }

    subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    private static func token(_ rest: inout ArraySlice<UInt8>) -> String? {
        let symbols = Array("!#$%&'*+-.^_`|~".utf8)
        let token = rest.prefix { byte in
            symbols.contains(byte) || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
        }
        rest = rest[token.endIndex...]
        return token.isEmpty ? nil : String(decoding: token, as: UTF8.self)
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String? {
        rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: value, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return nil }
                value.append(escaped)
            case 0x09, 0x20...0x7E, 0x80...0xFF: value.append(byte)
            default: return nil
            }
        }
        return nil
    }
}

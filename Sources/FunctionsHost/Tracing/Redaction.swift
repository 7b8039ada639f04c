// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Takes secrets out of what is shown to people: headers, keys and tokens by their names, and tokens by their look.
enum Redaction {
    static let mark = "[redacted]"
    private static let maximumText = 16 << 10

    /// Names, in lower case, whose values are never shown.
    private static let secretNames = [
        "authorization", "proxy-authorization", "cookie", "set-cookie", "x-functions-key", "x-zumo-auth",
        "x-ms-client-principal", "x-ms-token-aad-access-token", "x-ms-token-aad-id-token",
        "x-ms-token-aad-refresh-token", "code", "access_token", "id_token", "refresh_token", "client_secret",
        "client_assertion", "assertion", "password", "sig", "accesstoken", "connectionstring", "accountkey",
        "sharedaccesskey",
    ].map { Array($0.utf8) }

    /// A JSON value without secrets, long texts cut, laid out for people.
    static func pretty(_ value: JSONValue) -> String { written(value, .pretty) }

    private static func written(_ value: JSONValue, _ options: JSONWriter.Options) -> String {
        String(decoding: JSONWriter.bytes(options, capacity: 2 << 10) { write(value, to: &$0) }, as: UTF8.self)
    }

    /// Writes without a tree in between.
    private static func write(_ value: JSONValue, to writer: inout JSONWriter) {
        switch value {
        case .object(let object):
            writer.object { writer in
                for member in object {
                    writer.member(member.name) { writer in
                        if isSecret(member.name), !isErrorCode(member.name, object) {
                            writeMark(member.value, to: &writer)
                        } else {
                            write(member.value, to: &writer)
                        }
                    }
                }
            }
        case .array(let elements):
            writer.array { writer in
                for element in elements { writer.element { write(element, to: &$0) } }
            }
        case .string(let text):
            writer.string(json(in: text) ?? self.text(text))
        default:
            writer.value(value)
        }
    }

    private static func writeMark(_ value: JSONValue, to writer: inout JSONWriter) {
        guard case .array(let elements) = value else { return writer.string(mark) }
        writer.array { writer in
            for _ in elements { writer.element { $0.string(mark) } }
        }
    }

    /// A header's value, unless its name says that it is a secret.
    static func header(_ name: String, _ value: String) -> String {
        isSecret(name) ? mark : json(in: value) ?? text(value)
    }

    private static func isSecret(_ name: String) -> Bool {
        // Other letters than ASCII's may become one of its in lower case.
        var name = name.utf8.allSatisfy { $0 < 0x80 } ? name : name.lowercased()
        return name.withUTF8 { name in
            secretNames.contains { secret in
                secret.count == name.count
                    && secret.indices.allSatisfy {
                        secret[$0] == (0x41...0x5A ~= name[$0] ? name[$0] | 0x20 : name[$0])
                    }
            }
        }
    }

    /// An error answer of a handler has a `code` that is none of a caller's secrets.
    private static func isErrorCode(_ name: String, _ object: JSONObject) -> Bool {
        name == "code" && object["error"] != nil && object["correlationId"] != nil
    }

    /// A body without secrets, laid out when it is JSON.
    static func body(_ bytes: [UInt8]) -> String {
        guard let json = try? JSONValue(parsing: bytes, limits: ReplyReader.limits) else {
            return text(String(decoding: bytes, as: UTF8.self))
        }
        return pretty(json)
    }

    /// A text without tokens, credentials and secret parameters, cut when it is long.
    static func text(_ text: String) -> String {
        var text = text
        let total = text.utf8.count
        let shown = text.withUTF8 { bytes in
            SecretScanner.redacted(UnsafeBufferPointer(rebasing: bytes.prefix(maximumText)))
        }
        guard total > maximumText else { return shown ?? text }
        return (shown ?? String(decoding: text.utf8.prefix(maximumText), as: UTF8.self))
            + "… (\(total - maximumText) more bytes)"
    }

    /// Envelopes hold JSON in texts, to any depth that fits.
    private static func json(in text: String) -> String? {
        guard let first = text.utf8.first, beginsJSON(first), text.utf8.count <= maximumText,
            let parsed = try? JSONValue(parsing: Array(text.utf8))
        else { return nil }
        return written(parsed, .compact)
    }

    private static func beginsJSON(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\"")
    }
}

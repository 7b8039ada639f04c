// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Makes tokens, good and hostile.
enum Mint {
    typealias Change = (inout JSONObject) -> Void

    /// A token with changes to the good header and payload, signed over what results.
    static func token(by key: TestKey = .k1, header: Change = { _ in }, payload: Change = { _ in }) throws -> String {
        try sealed(Base64.url(headerText(header)), Base64.url(payloadText(payload)), by: key)
    }

    /// A token of literal texts.
    static func raw(
        by key: TestKey = .k1, header: String = headerText(), payload: String = payloadText()
    ) throws -> String {
        try sealed(Base64.url(header), Base64.url(payload), by: key)
    }

    /// A token of literal bytes.
    static func raw(by key: TestKey = .k1, header: [UInt8]) throws -> String {
        try sealed(Base64.url(header), Base64.url(payloadText()), by: key)
    }

    /// A token of literal bytes.
    static func raw(by key: TestKey = .k1, payload: [UInt8]) throws -> String {
        try sealed(Base64.url(headerText()), Base64.url(payload), by: key)
    }

    /// Signs two segments as they stand.
    static func sealed(_ header: String, _ payload: String, by key: TestKey = .k1) throws -> String {
        let input = "\(header).\(payload)"
        return "\(input).\(Base64.url(try key.sign(input)))"
    }

    /// The good header and payload with a signature made by the test.
    static func signed(header: Change = { _ in }, _ sign: (String) throws -> [UInt8]) rethrows -> String {
        let input = "\(Base64.url(headerText(header))).\(Base64.url(payloadText()))"
        return "\(input).\(Base64.url(try sign(input)))"
    }

    /// A token whose header is the good one with raw members added.
    static func headerWith(_ members: String) throws -> String {
        try raw(header: String(headerText().dropLast()) + ",\(members)}")
    }

    /// A token whose payload is the good one, less some claims, with raw members added.
    static func payloadWith(_ members: String, without names: [String] = []) throws -> String {
        let text = payloadText { payload in
            for name in names { payload[name] = nil }
        }
        return try raw(payload: String(text.dropLast()) + ",\(members)}")
    }

    static func headerText(_ change: Change = { _ in }) -> String { text(Cast.header, change) }

    static func payloadText(_ change: Change = { _ in }) -> String { text(Cast.payload, change) }

    private static func text(_ object: JSONObject, _ change: Change) -> String {
        var object = object
        change(&object)
        return String(decoding: JSONValue.object(object).serialized(), as: UTF8.self)
    }
}

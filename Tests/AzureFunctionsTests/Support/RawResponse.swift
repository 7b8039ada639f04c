// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// An answer as read off the wire.
struct RawResponse {
    let status: Int
    let fields: [(name: String, value: String)]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    var json: JSONValue? { try? JSONValue(parsing: body) }

    subscript(_ name: String) -> String? { fields.first { $0.name == name.lowercased() }?.value }

    /// The first answer in the bytes and its length; nil while it is not complete.
    static func parse(_ bytes: [UInt8], hasBody: Bool) -> (RawResponse, Int)? {
        let end = Array("\r\n\r\n".utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
        let lines = String(decoding: bytes[..<start], as: UTF8.self).split(separator: "\r\n")
        guard let first = lines.first?.split(separator: " "), first.count > 1, let status = Int(first[1]) else {
            return nil
        }
        let fields = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            let parts = line.split(separator: ":", maxSplits: 1)
            return parts.count == 2 ? (parts[0].lowercased(), String(parts[1].drop { $0 == " " })) : nil
        }
        if hasBody, fields.contains(where: { $0.name == "transfer-encoding" && $0.value == "chunked" }) {
            guard let (body, total) = chunks(bytes, from: start + 4) else { return nil }
            return (RawResponse(status: status, fields: fields, body: body), total)
        }
        let length = fields.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
        let total = start + 4 + (hasBody ? length : 0)
        guard bytes.count >= total else { return nil }
        return (RawResponse(status: status, fields: fields, body: Array(bytes[(start + 4)..<total])), total)
    }

    /// The content of a chunked body and where it ends; nil while it is not complete.
    private static func chunks(_ bytes: [UInt8], from start: Int) -> ([UInt8], Int)? {
        var body: [UInt8] = []
        var position = start
        while let line = bytes[position...].firstIndex(of: 0x0A), line > position,
            let size = Int(String(decoding: bytes[position..<(line - 1)], as: UTF8.self), radix: 16)
        {
            let end = line + 1 + size + 2
            guard bytes.count >= end else { return nil }
            guard size > 0 else { return (body, end) }
            body.append(contentsOf: bytes[(line + 1)..<(end - 2)])
            position = end
        }
        return nil
    }
}

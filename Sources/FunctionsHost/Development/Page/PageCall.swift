// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import HTTPTypes
import NIOCore
import StrictJSON

/// A call that somebody makes on the development page; it goes through the host as any client's.
struct PageCall: Sendable {
    static let form =
        "Send {\"method\": …, \"target\": \"/…\", \"headers\": [{\"name\": …, \"value\": …}], \"body\": …}."

    let method: HTTPRequest.Method
    /// Path and query.
    let target: String
    let headers: [HTTPField]
    let body: ByteBuffer
    /// Whether the host adds its own master key.
    let hasKey: Bool

    /// Nil when something is missing, is no HTTP, or leads back to the page.
    init?(_ bytes: [UInt8]) {
        let limits = JSONLimits(bytes: DevelopmentPage.maximumBody, depth: 8, members: 256, values: 4_096)
        guard let json = try? JSONValue(parsing: bytes, limits: limits),
            let method = json["method"]?.string.flatMap(HTTPRequest.Method.init(rawValue:)),
            let target = json["target"]?.string, target.first == "/",
            target.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            !DevelopmentPage.owns(String(target.prefix { !"?#".contains($0) }).lowercased())
        else { return nil }
        var headers: [HTTPField] = []
        for header in json["headers"]?.array ?? [] {
            guard let name = header["name"]?.string.flatMap({ HTTPField.Name($0) }),
                let value = header["value"]?.string,
                HTTPField.isValidValue(value), name != .contentLength, name != .transferEncoding
            else { return nil }
            headers.append(HTTPField(name: name, value: value))
        }
        self.method = method
        self.target = target
        self.headers = headers
        body = ByteBuffer(string: json["body"]?.string ?? "")
        hasKey = json["hasKey"]?.bool ?? false
    }

    /// The request as a client would send it.
    func head(authority: String, key: String?) -> HTTPRequest {
        var head = HTTPRequest(method: method, scheme: "http", authority: authority, path: target)
        for header in headers { head.headerFields.append(header) }
        if let key, hasKey, head.headerFields[.functionsKey] == nil { head.headerFields[.functionsKey] = key }
        if body.readableBytes > 0 || [.post, .put, .patch].contains(method) {
            head.headerFields[.contentLength] = "\(body.readableBytes)"
        }
        return head
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AsyncHTTPClient
import EntraTenant
import NIOCore
import NIOHTTP1
import NIOSSL
import StrictJSON

/// A client that trusts one authority, follows no redirects and keeps one cookie.
struct Browser: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPHeaders
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        var json: JSONValue { get throws { try JSONValue(parsing: body) } }
        /// Parameters that came back through a redirect.
        var redirected: [String: String] {
            let location = headers.first(name: "location") ?? ""
            guard let cut = location.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return [:] }
            return Browser.parse(location[location.index(after: cut)...])
        }
    }

    let endpoint: TenantEndpoint
    let client: HTTPClient

    static func with(
        _ endpoint: TenantEndpoint, trusting pem: String, _ body: (Browser) async throws -> Void
    ) async throws {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: .seconds(20)))
        configuration.connectionPool.retryConnectionEstablishment = false
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(pem.utf8)))
        configuration.tlsConfiguration = tls
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            try await body(Browser(endpoint: endpoint, client: client))
            try await client.shutdown()
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    func get(_ path: String, cookie: String? = nil) async throws -> Answer {
        var request = HTTPClientRequest(url: endpoint.baseURL + path)
        if let cookie { request.headers.add(name: "cookie", value: cookie) }
        return try await send(request)
    }

    func post(_ path: String, _ form: [String: String], headers: [String: String] = [:]) async throws -> Answer {
        try await post(path, body: Array(Self.encode(form).utf8), headers: headers)
    }

    func post(_ path: String, body: [UInt8], headers: [String: String] = [:]) async throws -> Answer {
        var request = HTTPClientRequest(url: endpoint.baseURL + path)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await send(request)
    }

    /// A request to the token endpoint.
    func token(_ form: [String: String], headers: [String: String] = [:]) async throws -> Answer {
        try await post("/\(endpoint.tenantID)/oauth2/v2.0/token", form, headers: headers)
    }

    /// The sign-in page's request.
    func authorize(_ form: [String: String], cookie: String? = nil) async throws -> Answer {
        try await get("/\(endpoint.tenantID)/oauth2/v2.0/authorize?\(Self.encode(form))", cookie: cookie)
    }

    /// Fills in the sign-in page.
    func signIn(_ form: [String: String], password: String = "local-adele-password") async throws -> Answer {
        var form = form
        form["login"] = "adele@contoso.onmicrosoft.com"
        form["passwd"] = password
        return try await post("/\(endpoint.tenantID)/oauth2/v2.0/authorize", form)
    }

    private func send(_ request: HTTPClientRequest) async throws -> Answer {
        let response = try await client.execute(request, timeout: .seconds(30))
        let body = try await response.body.collect(upTo: 1 << 20)
        return Answer(
            status: Int(response.status.code), headers: response.headers, body: Array(body.readableBytesView))
    }

    static func encode(_ form: [String: String]) -> String {
        form.map { "\(escape($0))=\(escape($1))" }.joined(separator: "&")
    }

    private static func escape(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(Unicode.Scalar(byte)) : "%\(byte < 16 ? "0" : "")\(hex)"
        }.joined()
    }

    static func parse(_ query: Substring) -> [String: String] {
        var result: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            result[String(parts[0])] = unescape(parts.count > 1 ? parts[1] : "")
        }
        return result
    }

    private static func unescape(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

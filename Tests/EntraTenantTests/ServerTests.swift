// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AsyncHTTPClient
import EntraTenant
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL
import ServiceLifecycle
import Testing

@Suite("Server")
struct ServerTests {
    @Test("The certificate is good for localhost and 127.0.0.1 under the development authority, and under no other")
    func handshake() async throws {
        try await Fixture.withTenant { browser, _ in
            #expect(browser.endpoint.baseURL == "https://localhost:\(browser.endpoint.port)")
            let byAddress = HTTPClientRequest(url: "https://127.0.0.1:\(browser.endpoint.port)/")
            #expect(try await browser.client.execute(byAddress, timeout: .seconds(10)).status == .ok)
            let stranger = try TenantState(inMemoryAt: .system).certificateAuthorityPEM
            try await Browser.with(browser.endpoint, trusting: stranger) { other in
                await #expect(throws: (any Error).self) { try await other.get("/") }
            }
        }
    }

    @Test("A body over 64 KiB is refused, declared or not, and the tenant lives on")
    func bodyLimit() async throws {
        try await Fixture.withTenant { browser, _ in
            let path = "/\(browser.endpoint.tenantID)/oauth2/v2.0/token"
            let large = [UInt8](repeating: UInt8(ascii: "a"), count: 65_537)
            let declared = try await browser.post(path, body: large)
            #expect(declared.status == 413)
            var request = HTTPClientRequest(url: browser.endpoint.baseURL + path)
            request.method = .POST
            request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
            let chunks = (0..<8).map { _ in ByteBuffer(repeating: UInt8(ascii: "a"), count: 16_384) }
            request.body = .stream(AsyncStream(chunks), length: .unknown)
            let status = try? await browser.client.execute(request, timeout: .seconds(10)).status.code
            #expect(status == nil || status == 413)
            let after = try await browser.get("/")
            #expect(after.status == 200)
        }
    }

    @Test("Another content type, broken percent-encoding and repeated parameters are refused")
    func malformedForms() async throws {
        try await Fixture.withTenant { browser, _ in
            let path = "/\(browser.endpoint.tenantID)/oauth2/v2.0/token"
            for body in ["grant_type=%zz", "grant_type=%", "grant_type=%ff", "grant_type=a&grant_type=a", ""] {
                #expect(try await browser.post(path, body: Array(body.utf8)).status == 400)
            }
            let json = try await browser.post(
                path, body: Array("{}".utf8), headers: ["content-type": "application/json"])
            #expect(json.status == 400)
            let read = try await browser.get(path)
            #expect(read.status == 404)
        }
    }

    @Test("The overview names the registrations and no secret")
    func overview() async throws {
        try await Fixture.withTenant { browser, _ in
            let page = try await browser.get("/").text
            #expect(page.contains(Fixture.apiID) && page.contains("access_as_user") && page.contains("Megan Bowen"))
            #expect(!page.contains("-secret") && !page.contains("-password"))
        }
    }

    @Test("Plain http works when asked for")
    func plainHTTP() async throws {
        let tenant = LocalTenant(
            state: try Fixture.state, usesTLS: false, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await tenant.withRunning { endpoint in
            #expect(endpoint.baseURL == "http://localhost:\(endpoint.port)")
            let request = HTTPClientRequest(url: "\(endpoint.baseURL)/common/v2.0/.well-known/openid-configuration")
            let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
            #expect(answer.status == .ok)
        }
    }

    @Test("A graceful shutdown ends the tenant although a client keeps its connection")
    func gracefulShutdown() async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let state = try Fixture.state
        let tenant = LocalTenant(state: state, logger: logger)
        let group = ServiceGroup(configuration: .init(services: [tenant], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await Browser.with(try await tenant.endpoint(), trusting: state.certificateAuthorityPEM) { browser in
                let answer = try await browser.get("/")
                #expect(answer.status == 200)
                await group.triggerGracefulShutdown()
                try await tasks.next()
                await #expect(throws: (any Error).self) { try await browser.get("/") }
            }
        }
    }

    @Test("A port that is taken is an error for those who wait, too")
    func portTaken() async throws {
        try await Fixture.withTenant { browser, _ in
            let second = LocalTenant(
                state: try Fixture.state, port: browser.endpoint.port,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            await #expect(throws: (any Error).self) { try await second.withRunning { _ in } }
            await #expect(throws: (any Error).self) { try await second.endpoint() }
        }
    }

    @Test("Waiting for the endpoint of a tenant that does not run can be cancelled")
    func cancelledWait() async throws {
        let tenant = LocalTenant(
            state: try Fixture.state, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    _ = try await tenant.endpoint()
                    return false
                } catch {
                    return error is CancellationError
                }
            }
            group.cancelAll()
            #expect(await group.next() == true)
        }
    }
}

extension AsyncStream where Element: Sendable {
    init(_ elements: [Element]) {
        self.init { continuation in
            for element in elements { continuation.yield(element) }
            continuation.finish()
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AsyncHTTPClient
import EntraTenant
import Logging
import NIOCore
import NIOHTTPCompression
import ServiceLifecycle
import StrictJSON
import Synchronization
import Testing

@Suite("Faults on the wire", .serialized, .timeLimit(.minutes(2)))
struct FaultsOnTheWireTests {
    @Test("A refused request gets no byte and a closed connection")
    func refuse() async throws {
        try await FaultBench.run(.refuse) { tenant, endpoint in
            let answer = try await RawClient.keys(endpoint)
            #expect(answer.bytes == [])
            #expect(answer.isClosed)
            #expect(tenant.faultCount(of: .keys) == 1)
            #expect(tenant.requestCount(of: .keys) == 0)
        }
        try await Fixture.withTenant { browser, tenant in
            try tenant.setFault(.refuse, for: .keys)
            await #expect(throws: (any Error).self) { try await browser.get("/common/discovery/v2.0/keys") }
        }
    }

    @Test("A status comes with Retry-After, and stays within those of final answers")
    func status() async throws {
        try await FaultBench.run(.status(503, retryAfter: 7)) { tenant, endpoint in
            let answer = try await RawClient.keys(endpoint) { $0.isComplete }
            #expect(answer.head?.hasPrefix("http/1.1 503 ") == true)
            #expect(answer.head?.contains("\r\nretry-after: 7\r\n") == true)
            for (code, sent) in [(100, "200"), (-1, "200"), (1_000, "599"), (404, "404")] {
                try tenant.setFault(.status(code), for: .keys)
                let answer = try await RawClient.keys(endpoint) { $0.isComplete }
                #expect(answer.head?.hasPrefix("http/1.1 \(sent) ") == true)
                #expect(answer.head?.contains("retry-after") == false)
            }
        }
    }

    @Test("A stalled request gets no byte, others are served, and it ends when its client leaves")
    func stall() async throws {
        try await FaultBench.run(.stall) { tenant, endpoint in
            let instance = "/common/discovery/instance"
            let path = "/common/discovery/v2.0/keys"
            try await withThrowingTaskGroup(of: RawClient.Answer.self) { group in
                group.addTask { try await RawClient.get(path, endpoint) }
                while tenant.heldConnections == 0 {
                    let other = try await RawClient.get(instance, endpoint) { $0.isComplete }
                    #expect(other.isComplete)
                }
                group.cancelAll()
                _ = try? await group.next()
            }
            while tenant.heldConnections > 0 { _ = try await RawClient.get(instance, endpoint) { $0.isComplete } }
        }
    }

    @Test("A shutdown ends every fault that holds connections", arguments: held)
    func shutdown(fault: ServerFault) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let tenant = LocalTenant(state: try Fixture.state, usesTLS: false, logger: logger)
        try tenant.setFault(fault, for: .keys)
        let group = ServiceGroup(configuration: .init(services: [tenant], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let endpoint = try await tenant.endpoint()
            tasks.addTask {
                let answer = try await RawClient.keys(endpoint)
                #expect(answer.isClosed)
            }
            while tenant.heldConnections == 0 {
                _ = try await RawClient.get("/common/discovery/instance", endpoint) { $0.isComplete }
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            #expect(tenant.heldConnections == 0)
        }
    }

    private static let held: [ServerFault] = [
        .stall, .endlessBody, .compressionBomb, .announcedLength(1 << 40), .drip(bytesPerSecond: 1),
    ]

    @Test("A drip is as slow as it says, and whole in the end")
    func drip() async throws {
        let pauses = Mutex<[Duration]>([])
        let sleeper = Sleeper { pause in pauses.withLock { $0.append(pause) } }
        try await FaultBench.run(.drip(bytesPerSecond: 1_000), sleeper: sleeper) { tenant, endpoint in
            let answer = try await RawClient.keys(endpoint)
            #expect(answer.isComplete)
            #expect(try JSONValue(parsing: Array(answer.body))["keys"]?.array?.count == 2)
            let recorded = pauses.withLock { $0 }
            #expect(recorded.count == (answer.body.count + 99) / 100)
            #expect(recorded.allSatisfy { $0 == .milliseconds(100) })
        }
    }

    @Test("A drip sends no piece before its time")
    func dripWaits() async throws {
        let (never, _) = AsyncStream<Void>.makeStream()
        let sleeper = Sleeper { _ in for await _ in never {} }
        try await FaultBench.run(.drip(bytesPerSecond: 100), sleeper: sleeper) { _, endpoint in
            let answer = try await RawClient.keys(endpoint) { $0.body.count >= 10 }
            #expect(answer.body.count == 10)
            #expect((answer.announcedLength ?? 0) > 1_000)
        }
    }

    @Test("A redirect names its address, and no document comes")
    func redirect() async throws {
        try await FaultBench.run(.redirect(to: "http://169.254.169.254/")) { _, endpoint in
            let answer = try await RawClient.keys(endpoint) { $0.isComplete }
            #expect(answer.head?.hasPrefix("http/1.1 302 ") == true)
            #expect(answer.head?.contains("\r\nlocation: http://169.254.169.254/\r\n") == true)
            #expect(answer.body.isEmpty)
        }
    }

    @Test("An endless body goes on for as long as it is read")
    func endless() async throws {
        try await FaultBench.run(.endlessBody) { _, endpoint in
            let answer = try await RawClient.keys(endpoint) { $0.bytes.count > 4 << 20 }
            #expect(!answer.isClosed)
            #expect(answer.head?.contains("\r\ntransfer-encoding: chunked\r\n") == true)
        }
    }

    @Test("An announced length is not kept")
    func announced() async throws {
        try await FaultBench.run(.announcedLength(10 << 30)) { _, endpoint in
            let answer = try await RawClient.keys(endpoint) { (try? JSONValue(parsing: Array($0.body))) != nil }
            #expect(answer.announcedLength == 10 << 30)
            #expect(!answer.isClosed)
        }
        try await FaultBench.run(.announcedLength(5)) { _, endpoint in
            let answer = try await RawClient.keys(endpoint) { $0.isComplete }
            #expect(answer.body.count == 5)
        }
    }

    @Test("The compression bomb is gzip, and grows when it is unpacked")
    func bomb() async throws {
        try await FaultBench.run(.compressionBomb) { _, endpoint in
            var configuration = HTTPClient.Configuration()
            configuration.decompression = .enabled(limit: .none)
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            do {
                let url = "\(endpoint.baseURL)/common/discovery/v2.0/keys"
                let response = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(30))
                var count = 0
                for try await buffer in response.body where count < 1 << 20 {
                    count += buffer.readableBytes
                    #expect(buffer.readableBytesView.allSatisfy { $0 == 0 })
                    if count >= 1 << 20 { break }
                }
                #expect(count >= 1 << 20)
                try await client.shutdown()
            } catch {
                try? await client.shutdown()
                throw error
            }
            let packed = try await RawClient.keys(endpoint) { $0.body.count > 1_000 }
            #expect(packed.head?.contains("\r\ncontent-encoding: gzip\r\n") == true)
        }
    }

    @Test("A truncated document is announced whole")
    func truncated() async throws {
        try await FaultBench.run(.truncated) { _, endpoint in
            let answer = try await RawClient.keys(endpoint)
            #expect(answer.isClosed)
            #expect(answer.announcedLength.map { $0 / 2 } == answer.body.count)
        }
    }
}

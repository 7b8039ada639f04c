// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import NIOHTTP1
import StrictJSON
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Mutated input` {
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `Every mutated envelope gets an answer`(seed: UInt64) async throws {
        var mutator = Mutator(seed: seed)
        let door = try Door(sampleApp())
        let samples = [
            ("hello", EnvelopeSamples.h1), ("echo", EnvelopeSamples.h2), ("echo", EnvelopeSamples.h3),
            ("tick", EnvelopeSamples.timer),
        ].map { ($0, Array($1.utf8)) }
        for _ in 0..<4_000 {
            let (name, bytes) = samples[mutator.below(samples.count)]
            let response = await door.send(.POST, "/\(name)", headers: Door.headers, body: mutator.mutate(bytes))
            // A value that an event's function cannot read fails the invocation, so that the host tries again.
            #expect([200, 400].contains(response.status.code) || (name == "tick" && response.status.code == 500))
            #expect(response.json?.object != nil)
        }
    }

    @Test func `Every mutated request is answered or its connection closed, and the server lives on`() async throws {
        try await sampleApp().withServer(
            hostJSON: ["customHandler": ["enableForwardingHttpRequest": true]]
        ) { port in
            await withTaskGroup(of: Void.self) { group in
                for seed in 10..<26 as Range<UInt64> {
                    group.addTask { await fuzz(port, seed: seed) }
                }
            }
            let response = try await exchange(port, RawRequest.invoke("tick", EnvelopeSamples.timer))
            #expect(response.status == 200)
        }
    }

    /// Sends 250 mutated requests and waits for the end of each connection.
    private func fuzz(_ port: Int, seed: UInt64) async {
        var mutator = Mutator(seed: seed)
        let samples = [
            RawRequest.invoke("tick", EnvelopeSamples.timer), RawRequest.plain("GET", "/api/hello/7?x=%41"),
            RawRequest.plain("POST", "/api/echo", more: "Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n",
            RawRequest.plain("HEAD", "/") + RawRequest.plain("GET", "/"),
        ].map { Array($0.utf8) }
        for _ in 0..<250 {
            let request = mutator.mutate(samples[mutator.below(samples.count)])
            let answer = try? await RawConnection.with(port: port) { connection in
                try await connection.send(request)
                connection.finish()
                return await connection.rest()
            }
            #expect(answer?.isEmpty != false || answer?.starts(with: Array("HTTP/1.".utf8)) == true)
        }
    }
}

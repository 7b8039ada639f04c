// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import StrictJSON
import Testing

@Suite("Faulty documents", .serialized, .timeLimit(.minutes(2)))
struct FaultyDocumentTests {
    @Test("A page, an empty body, an encoding, many fields and broken UTF-8 come as 200")
    func answers() async throws {
        try await FaultBench.run { tenant, endpoint in
            func answer(_ fault: ServerFault) async throws -> RawClient.Answer {
                try tenant.setFault(fault, for: .keys)
                let answer = try await RawClient.keys(endpoint) { $0.isComplete }
                #expect(answer.head?.hasPrefix("http/1.1 200 ") == true)
                return answer
            }
            let page = try await answer(.htmlPage)
            #expect(page.head?.contains("\r\ncontent-type: text/html; charset=utf-8\r\n") == true)
            #expect(page.text.contains("<!DOCTYPE html>"))
            #expect(try await answer(.emptyBody).body.isEmpty)
            let encoded = try await answer(.contentEncoding("gzip"))
            #expect(encoded.head?.contains("\r\ncontent-encoding: gzip\r\n") == true)
            #expect(try JSONValue(parsing: Array(encoded.body))["keys"] != nil)
            #expect(try await answer(.headerFlood).head?.split(separator: "x-flood-").count == 10_001)
            let broken = try await answer(.invalidUTF8)
            #expect(throws: JSONError.self) { try JSONValue(parsing: Array(broken.body)) }
            #expect(broken.body.contains(0xFF))
            #expect(try await FaultBench.metadata(endpoint)["issuer"] != nil)
        }
    }

    @Test("A fault that is taken away leaves the document as it was")
    func removed() async throws {
        try await FaultBench.run { tenant, endpoint in
            let good = try await FaultBench.keySet(endpoint)
            try tenant.setFault(.emptyKeySet, for: .keys)
            #expect(try await FaultBench.keySet(endpoint) == ["keys": []])
            try tenant.setFault(nil, for: .keys)
            #expect(try await FaultBench.keySet(endpoint) == good)
            #expect(tenant.requestCount(of: .keys) == 2)
            #expect(tenant.faultCount(of: .keys) == 1)
        }
    }

    @Test("Thin sets take turns")
    func thinSets() async throws {
        try await FaultBench.run(.thinSets) { tenant, endpoint in
            let expected = tenant.keys.published.map(\.keyID)
            for turn in 0..<4 {
                let keys = try await FaultBench.keySet(endpoint)["keys"]?.array ?? []
                #expect(keys.map { $0["kid"]?.string } == [expected[turn % 2]])
            }
        }
    }

    @Test("An id comes twice with two keys")
    func duplicateKid() async throws {
        try await FaultBench.run(.duplicateKid) { tenant, endpoint in
            let keys = try await FaultBench.keySet(endpoint)["keys"]?.array ?? []
            let twins = keys.filter { $0["kid"] == .string(tenant.keys.current.keyID) }
            #expect(twins.count == 2)
            #expect(twins.first?["n"] != twins.last?["n"])
        }
    }

    @Test("Unusable keys stand beside the good ones")
    func unusableKeys() async throws {
        try await FaultBench.run { tenant, endpoint in
            let good = try await FaultBench.keySet(endpoint)["keys"]?.array ?? []
            try tenant.setFault(.unusableKeys, for: .keys)
            let keys = try await FaultBench.keySet(endpoint)["keys"]?.array ?? []
            #expect(Array(keys.suffix(2)) == good)
            let added = keys.dropLast(2)
            #expect(added.compactMap { $0["kty"]?.string } == ["oct", "EC", "OKP", "RSA", "RSA", "RSA", "RSA"])
            #expect(added.filter { $0["d"] != nil }.count == 1)
            #expect(added.filter { $0["e"] == "Aw" }.count == 1)
            #expect(added.filter { $0["use"] == "enc" }.count == 1)
            #expect(added.contains { $0["n"]?.string?.utf8.count == 171 })
        }
    }

    @Test("Metadata lies about issuer, key server or any member")
    func metadata() async throws {
        try await FaultBench.run { tenant, endpoint in
            let good = try await FaultBench.metadata(endpoint)
            try tenant.setFault(.foreignIssuer, for: .metadata)
            let issuer = try await FaultBench.metadata(endpoint)
            #expect(issuer["issuer"]?.string?.hasPrefix(endpoint.baseURL) == true)
            #expect(issuer["issuer"] != good["issuer"])
            #expect(issuer["jwks_uri"] == good["jwks_uri"])
            try tenant.setFault(.foreignKeyServer, for: .metadata)
            #expect(try await FaultBench.metadata(endpoint)["jwks_uri"]?.string?.contains("attacker.example") == true)
            try tenant.setFault(.metadataMember("issuer", nil), for: .metadata)
            #expect(try await FaultBench.metadata(endpoint)["issuer"] == nil)
            try tenant.setFault(.metadataMember("issuer", 1), for: .metadata)
            #expect(try await FaultBench.metadata(endpoint)["issuer"] == 1)
        }
    }

    @Test("A fault of one document cannot be set for another, and what was set stays")
    func misplaced() async throws {
        try await FaultBench.run(.emptyKeySet) { tenant, endpoint in
            #expect(throws: ServerFaultError.self) { try tenant.setFault(.foreignIssuer, for: .keys) }
            #expect(throws: ServerFaultError.self) { try tenant.setFault(.thinSets, for: .metadata) }
            let keySet = try await FaultBench.keySet(endpoint)
            #expect(keySet == ["keys": []])
        }
    }
}

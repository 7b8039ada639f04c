// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import NIOHTTP1
import StrictJSON
import Testing

@testable import FunctionsHost

@Suite("Keys and callers", .timeLimit(.minutes(5)))
struct KeyTests {
    private static let app = [
        "f/function.json": level("function"), "g/function.json": level("function"), "a/function.json": level("admin"),
        "s/function.json": level("system"), "n/function.json": level("anonymous"),
        "off/function.json":
            #"{"disabled":true,"bindings":[{"type":"httpTrigger","direction":"in","name":"req"},{"type":"http","direction":"out","name":"res"}]}"#,
    ]
    private static let keys = HostKeys(master: "m", function: "h")

    private static func level(_ name: String) -> String {
        #"{"bindings":[{"type":"httpTrigger","direction":"in","name":"req","authLevel":"\#(name)"},"#
            + #"{"type":"http","direction":"out","name":"res"}]}"#
    }

    private func send(
        _ host: HostUnderTest, _ method: String, _ target: String, _ body: String = ""
    ) async throws
        -> HTTPMessage
    {
        try await HTTPExchange.send(
            "\(method) \(target) HTTP/1.1\r\nHost: h\r\nx-functions-key: m\r\nConnection: close\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)", port: host.port)
    }

    @Test("Each kind of key opens what it should and nothing else")
    func levels() async throws {
        try await HostUnderTest.withRunning(Self.app, keys: Self.keys) { host async throws in
            let own = try JSONValue(parsing: try await send(host, "POST", "/admin/functions/F/keys/Mine").body)
            let key = try #require(own["value"]?.string)
            #expect(key.utf8.count == 64)
            let system = try JSONValue(parsing: try await send(host, "POST", "/admin/host/systemkeys/x_extension").body)
            let systemKey = try #require(system["value"]?.string)
            let table: [(path: String, key: String?, status: Int)] = [
                ("n", nil, 204), ("n", "wrong", 204), ("f", nil, 401), ("f", "wrong", 401), ("f", "h", 204),
                ("f", key, 204), ("g", key, 401), ("g", "m", 204), ("a", "h", 401), ("a", "m", 204),
                ("f", systemKey, 401),
                ("s", systemKey, 204), ("s", "h", 401), ("off", "h", 404), ("off", "m", 204),
            ]
            for row in table {
                let header = row.key.map { "x-functions-key: \($0)\r\n" } ?? ""
                #expect(try await host.get("/api/\(row.path)", headers: header).status == row.status, "\(row)")
            }
            #expect(try await host.get("/api/f?code=\(key)").status == 204)
            #expect(try await host.get("/api/f?code=h", headers: "x-functions-key: wrong\r\n").status == 401)
        }
    }

    @Test("The key endpoints list, make, set and remove keys")
    func endpoints() async throws {
        try await HostUnderTest.withRunning(Self.app, keys: Self.keys) { host async throws in
            for scope in ["host/keys", "host/functionkeys", "host/systemkeys", "functions/f/keys"] {
                let created = try await send(host, "PUT", "/admin/\(scope)/one", #"{"name":"one","value":"v1"}"#)
                #expect(created.status == 201)
                let json = try JSONValue(parsing: created.body)
                #expect(json["name"] == "one" && json["value"] == "v1")
                #expect(json["links"]?.array?.first?["rel"] == "self")
                #expect(try await send(host, "PUT", "/admin/\(scope)/one", #"{"value":"v2"}"#).status == 200)
                #expect(
                    try JSONValue(parsing: try await send(host, "GET", "/admin/\(scope)/one").body)["value"] == "v2")
                let list = try JSONValue(parsing: try await send(host, "GET", "/admin/\(scope)").body)
                #expect(list["keys"]?.array?.contains { $0["name"] == "one" && $0["value"] == "v2" } == true)
                #expect(try await send(host, "PUT", "/admin/\(scope)/one", "{}").status == 400)
                #expect(try await send(host, "DELETE", "/admin/\(scope)/_master").status == 400)
                #expect(try await send(host, "DELETE", "/admin/\(scope)/one").status == 204)
                #expect(try await send(host, "DELETE", "/admin/\(scope)/one").status == 404)
                #expect(try await send(host, "GET", "/admin/\(scope)/one").status == 404)
            }
            #expect(try await send(host, "GET", "/admin/functions/nobody/keys").status == 404)
            #expect(
                try JSONValue(parsing: try await send(host, "GET", "/admin/host/systemkeys/_master").body)["value"]
                    == "m")
            #expect(try await send(host, "PUT", "/admin/host/systemkeys/_master", #"{"value":"new"}"#).status == 200)
            #expect(try await send(host, "GET", "/admin/host/status").status == 401)
        }
    }

    @Test("Made keys last from one run to the next, in a file for their owner that git leaves out")
    func kept() throws {
        let folder = try AppFolder()
        defer { folder.remove() }
        var options = HostOptions(appRoot: folder.path, environment: [:], console: RecordingConsole())
        options.enableAuth = true
        options.storeDirectory = folder.path + "/.swift-func"
        let log = HostLog(console: options.console)
        let first = KeyRing(options, log: log)
        first.set("v", named: "own", in: .function("F"))
        let second = KeyRing(options, log: log)
        #expect(second.hostKeys == first.hostKeys)
        #expect(second.keys(.function("f")) == ["own": "v"])
        let file = folder.path + "/.swift-func/keys.json"
        let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        #expect(try folder.read(".swift-func/.gitignore") == Array("*\n".utf8))
    }

    @Test("A webhook's system key comes into being when it is first asked for")
    func webhooks() throws {
        var options = HostOptions(appRoot: "/", environment: [:], console: RecordingConsole())
        options.keys = Self.keys
        let keys = KeyRing(options, log: HostLog(console: options.console))
        #expect(!keys.opensWebhook(key: nil, of: "MCP"))
        let key = try #require(keys.keys(.system)["mcp_extension"])
        #expect(keys.opensWebhook(key: key, of: "mcp"))
        #expect(keys.opensWebhook(key: "m", of: "mcp"))
        #expect(!keys.opensWebhook(key: key, of: "eventgrid"))
        #expect(!keys.opensWebhook(key: "h", of: "mcp"))
        options.keys = nil
        #expect(KeyRing(options, log: HostLog(console: options.console)).opensWebhook(key: nil, of: "mcp"))
    }

    @Test("The caller's key and the platform's principal are identities of the envelope")
    func identities() async throws {
        let appService =
            #"{"auth_typ":"aad","claims":[{"typ":"name","val":"Adele"},{"typ":"roles","val":"r"}],"name_typ":"name","role_typ":"roles"}"#
        let staticWebApp =
            #"{"identityProvider":"github","userId":"u1","userDetails":"Adele","userRoles":["authenticated"]}"#
        try await HostUnderTest.withRunning(Self.app, keys: Self.keys) { host async throws in
            for principal in [appService, staticWebApp, "nonsense"] {
                let value = Data(principal.utf8).base64EncodedString()
                _ = try await host.get("/api/f?code=h", headers: "X-MS-CLIENT-PRINCIPAL: \(value)\r\n")
            }
            let identities = try host.handler.calls.map { call in
                try #require(try JSONValue(parsing: call.body)["Data"]?["req"]?["Identities"]?.array)
            }
            #expect(identities.map(\.count) == [2, 2, 1])
            let root = "http://schemas.microsoft.com/2017/07/functions/claims/"
            let own = try #require(identities[0].first?["Claims"]?.array)
            #expect(own.map { $0["Type"]?.string } == [root + "authlevel", root + "keyid"])
            #expect(own.map { $0["Value"]?.string } == ["Function", "default"])
            #expect(identities[0][1]["AuthenticationType"] == "aad")
            #expect(identities[0][1]["Name"] == "Adele")
            #expect(identities[0][1]["RoleClaimType"] == "roles")
            #expect(identities[1][1]["AuthenticationType"] == "github")
            #expect(identities[1][1]["Name"] == "Adele")
            #expect(identities[1][1]["Claims"]?.array?.count == 3)
        }
    }
}

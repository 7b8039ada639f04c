// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1
import Testing

@Suite("Who may use the development page", .timeLimit(.minutes(5)))
struct PageAccessTests {
    private static let app = ["hello/function.json": AppFolder.http()]

    @Test("The page is for itself alone: a strict policy, nothing inline, nothing from elsewhere")
    func page() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            for path in ["/_dev", "/_dev/"] {
                let page = try await host.get(path)
                #expect(page.status == 200)
                #expect(page.headers["Content-Type"] == ["text/html; charset=utf-8"])
                let policy = try #require(page.headers.first(name: "Content-Security-Policy"))
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(page.headers["X-Content-Type-Options"] == ["nosniff"])
                #expect(page.headers["Cross-Origin-Opener-Policy"] == ["same-origin"])
                #expect(page.headers["Referrer-Policy"] == ["no-referrer"])
                #expect(page.headers["Cross-Origin-Resource-Policy"] == ["same-origin"])
                #expect(page.headers["Cache-Control"] == ["no-store"])
                #expect(page.text.contains(#"<html lang="en">"#))
                #expect(page.text.firstMatch(of: /<script(?![^>]*src="\/_dev\/)|<style|\son[a-z]+=|style=/) == nil)
            }
        }
    }

    @Test("Every file that the page names is there, and puts text in as text only")
    func assets() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            var waiting = Set(["page.js"]), seen: Set<String> = []
            for match in try await host.get("/_dev").text.matches(of: /\/_dev\/assets\/([a-z.]+)/) {
                waiting.insert(String(match.1))
            }
            while let name = waiting.popFirst() {
                let asset = try await host.get("/_dev/assets/" + name)
                #expect(asset.status == 200, "\(name)")
                for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "javascript:"] {
                    #expect(!asset.text.contains(word), "\(name)")
                }
                seen.insert(name)
                for match in asset.text.matches(of: /from "\.\/([a-z]+\.js)"/) where !seen.contains(String(match.1)) {
                    waiting.insert(String(match.1))
                }
            }
            #expect(seen.count == 12)
            #expect(try await host.get("/_dev/assets/nothing.js").status == 404)
            #expect(try await host.get("/_dev/nothing").status == 404)
        }
    }

    @Test(
        "A request that another site, a frame or a script of a function may have caused is refused",
        arguments: [
            ("/_dev", "Sec-Fetch-Dest: iframe"), ("/_dev", "Sec-Fetch-Dest: empty\r\nSec-Fetch-Site: same-origin"),
            ("/_dev", "Origin: http://evil.example"), ("/_dev", "Origin: null"),
            ("/_dev/assets/page.js", "Sec-Fetch-Site: cross-site"),
            ("/_dev/assets/page.js", "Sec-Fetch-Site: same-site"), ("/_dev/page/app", "Accept: */*"),
            ("/_dev/page/app", "X-Page-Key: 00"), ("/_dev/page/app", "X-Page-Key: KEY\r\nSec-Fetch-Site: cross-site"),
            ("/_dev/page/app", "X-Page-Key: KEY\r\nSec-Fetch-Site: same-site"),
            ("/_dev/page/app", "X-Page-Key: KEY\r\nOrigin: http://localhost:3000"),
            ("/_dev/page/app", "X-Page-Key: KEY\r\nOrigin: https://localhost:7071"),
        ])
    func foreign(path: String, headers: String) async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let client = try await PageClient(host)
            #expect(try await client.get("app").status == 200)
            let headers = headers.replacing("KEY", with: client.key) + "\r\n"
            let answer = try await host.get(path, headers: headers)
            #expect(answer.status == 403)
            #expect(!answer.text.contains(client.key))
            if path.hasPrefix("/_dev/page") {
                #expect(try await host.send("POST", "/_dev/page/token", [], headers: headers).status == 403)
                #expect(try await host.send("POST", "/_dev/page/call", [], headers: headers).status == 403)
            }
        }
    }

    @Test("Another name for this machine is refused", arguments: ["/_dev", "/_dev/assets/page.js", "/_dev/page/app"])
    func rebinding(path: String) async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let key = try await PageClient(host).key
            for name in ["evil.example:7071", "localhost.evil.example", "0.0.0.0:7071"] {
                let answer = try await HTTPExchange.send(
                    "GET \(path) HTTP/1.1\r\nHost: \(name)\r\nX-Page-Key: \(key)\r\nConnection: close\r\n\r\n",
                    port: host.port)
                #expect(answer.status == 403)
            }
        }
    }

    @Test("No other site may read anything below the page, whatever local.settings.json allows")
    func crossOrigin() async throws {
        let app = Self.app.merging(["local.settings.json": #"{"IsEncrypted":false,"Host":{"CORS":"*"}}"#]) { $1 }
        try await HostUnderTest.withRunning(app) { host async throws in
            let origin = "Origin: http://localhost:3000\r\n"
            #expect(
                try await host.get("/api/hello", headers: origin).headers.contains(name: "Access-Control-Allow-Origin"))
            for path in ["/_dev", "/_dev/page/app", "/_dev/api/data"] {
                let answer = try await host.get(path, headers: origin)
                #expect(!answer.headers.contains(name: "Access-Control-Allow-Origin"))
                let preflight = try await HTTPExchange.send(
                    "OPTIONS \(path) HTTP/1.1\r\nHost: localhost:7071\r\n\(origin)Access-Control-Request-Method: POST\r\n"
                        + "Connection: close\r\n\r\n", port: host.port)
                #expect(!preflight.headers.contains(name: "Access-Control-Allow-Origin"))
                #expect(preflight.status >= 400)
            }
        }
    }
}

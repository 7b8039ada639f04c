// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FoundationEssentials
import StrictJSON
import Testing

@testable import SwiftFunc

@Suite("swift-func invoke")
struct InvokeTests {
    @Test(
        "Values take the places of route parameters",
        arguments: [
            ("api/hello/{name?}", [:], "/api/hello"),
            ("api/hello/{name?}", ["name": "Ada L/ä"], "/api/hello/Ada%20L%2F%C3%A4"),
            ("items/{ID:int}/x", ["id": "7"], "/items/7/x"), ("{*path}", ["path": "a/b c"], "/a/b%20c"),
            ("{*path}", [:], "/"),
            ("a/{x=5}", [:], "/a"), (#"a/{x:regex(^\d{{3}}$)}"#, ["x": "123"], "/a/123"),
            ("f/{a}.{b}", ["a": "x", "b": "y"], "/f/x.y"),
            ("", [:], "/"),
        ])
    func routes(template: String, values: [String: String], path: String) throws {
        #expect(try RouteFilling.path(template, values) == path)
    }

    @Test("A parameter without a value, and a value without a parameter, are named")
    func missing() {
        let one = #expect(throws: CommandError.self) { try RouteFilling.path("a/{id}/{part:int}", ["id": "1"]) }
        #expect(one?.description == "The route /a/{id}/{part:int} needs --param part=….")
        let two = #expect(throws: CommandError.self) { try RouteFilling.path("a", ["id": "1"]) }
        #expect(two?.description == #"The route /a has no parameter "id"."#)
        #expect(throws: CommandError.self) { try RouteFilling.path("a/{id", [:]) }
    }

    private func function(_ binding: JSONValue, url: JSONValue = .null) throws -> DeployedFunction {
        try #require(
            DeployedFunction([
                "name": "f", "invoke_url_template": url,
                "config": ["bindings": [["type": "http", "direction": "out", "name": "res"], binding]],
            ]))
    }

    @Test("The method fits the function and the data")
    func methods() throws {
        let both = try function(
            ["type": "httpTrigger", "methods": ["post", "get"]], url: "http://localhost:7071/api/f")
        #expect(both.route == "api/f")
        #expect(both.method(hasBody: false) == "GET")
        #expect(both.method(hasBody: true) == "POST")
        let put = try function(["type": "httpTrigger", "methods": ["put"]], url: "https://x.example/")
        #expect(put.route == "")
        #expect(put.method(hasBody: false) == "PUT")
        #expect(try function(["type": "httpTrigger"]).method(hasBody: true) == "POST")
        #expect(try function(["type": "queueTrigger"]).methods == nil)
        #expect(DeployedFunction(["name": "f"]) == nil)
    }

    @Test("Addresses are http or https, with a host")
    func addresses() throws {
        let address = try #require(HTTPAddress("https://a.example:8443/x%20y?q=1"))
        #expect(address.origin == "https://a.example:8443")
        #expect(address.target == "/x%20y?q=1")
        #expect(HTTPAddress("http://[::1]:80/")?.authority == "[::1]")
        #expect(HTTPAddress("http://[::1]:80/")?.host == "::1")
        for text in ["", "a", "ftp://a", "http://", "http://a:0", "http://a:70000", "//a"] {
            #expect(HTTPAddress(text) == nil, "\(text)")
        }
    }

    @Test("The report for programs carries JSON, text and bytes")
    func report() throws {
        func body(_ bytes: [UInt8]) throws -> JSONValue {
            let reply = HTTPReply(status: 200, reason: "OK", headers: [("A", "1"), ("A", "2")], body: bytes)
            let text = InvokeReport(reply: reply, duration: .milliseconds(5)).json
            let json = try JSONValue(parsing: Array(text.utf8))
            #expect(json["durationMilliseconds"] == 5)
            #expect(json["headers"]?.array?.count == 2)
            return json
        }
        #expect(try body(Array(#"{"a":1}"#.utf8))["body"] == ["a": 1])
        #expect(try body(Array("hi".utf8))["body"] == "hi")
        #expect(try body([0xFF, 0x00])["bodyBase64"] == "/wA=")
    }

    @Test(
        "What is wrong with the arguments is told with 64",
        arguments: [
            [], ["f g"], ["f", "--method", "G T"], ["f", "--url", "ftp://x"], ["f", "--query", "x"], ["f", "-H", "x"],
            ["f", "-H", "a: b\nc"], ["f", "--scope", "x"], ["f", "--as", "adele", "-H", "Authorization: x"],
        ])
    func usage(arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try InvokeCommand.parse(arguments) }
        #expect(error.map { InvokeCommand.exitCode(for: $0).rawValue } == 64)
    }

    @Test("Data is text, or a file, or nothing")
    func data() throws {
        let folder = try TemporaryFolder(["x": "from file"])
        #expect(try InvokeData.bytes(nil) == [])
        #expect(try InvokeData.bytes("a") == Array("a".utf8))
        #expect(try InvokeData.bytes("@\(folder.path)/x") == Array("from file".utf8))
        #expect(throws: CommandError.self) { try InvokeData.bytes("@\(folder.path)/y") }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON
import Testing

@Suite struct `host.json` {
    private func mode(_ json: JSONValue, _ settings: AppSettings = [:]) -> HostConfiguration.HTTPMode {
        HostConfiguration(json: json, settings: settings).httpMode
    }

    @Test func `Without switches, HTTP functions get envelopes under "api"`() {
        let host = HostConfiguration(json: [:], settings: [:])
        #expect(host == HostConfiguration())
        #expect(host.httpMode == .envelope)
        #expect(host.routePrefix == "api")
    }

    @Test func `The switches turn on plain HTTP, and proxying wins`() {
        #expect(mode(["customHandler": ["enableForwardingHttpRequest": true]]) == .forwarding)
        #expect(mode(["customHandler": ["enableProxyingHttpRequest": true]]) == .proxying)
        #expect(
            mode(["customHandler": ["enableForwardingHttpRequest": true, "enableProxyingHttpRequest": true]])
                == .proxying)
        #expect(mode(["customHandler": ["enableForwardingHttpRequest": false]]) == .envelope)
        #expect(mode(["customHandler": ["enableForwardingHttpRequest": "yes"]]) == .envelope)
    }

    @Test func `The preview section forwards, unless the new one stands beside it`() {
        #expect(mode(["httpWorker": ["description": [:]]]) == .forwarding)
        #expect(mode(["httpWorker": [:], "customHandler": ["description": [:]]]) == .envelope)
    }

    @Test(arguments: ["mcp-custom-handler", "Web-App-Custom-Handler"])
    func `A web profile proxies under an empty prefix, unless host.json says otherwise`(profile: String) {
        let host = HostConfiguration(json: ["configurationProfile": .string(profile)], settings: [:])
        #expect(host.httpMode == .proxying)
        #expect(host.routePrefix == "")
        let overridden = HostConfiguration(
            json: [
                "configurationProfile": .string(profile), "customHandler": ["enableProxyingHttpRequest": false],
                "extensions": ["http": ["routePrefix": "x"]],
            ], settings: [:])
        #expect(overridden.httpMode == .envelope)
        #expect(overridden.routePrefix == "x")
    }

    @Test func `The default profile changes nothing`() {
        #expect(HostConfiguration(json: ["configurationProfile": "default"], settings: [:]) == HostConfiguration())
    }

    @Test func `Settings override the file`() {
        let settings: AppSettings = [
            "AzureFunctionsJobHost__customHandler__enableForwardingHttpRequest": "true",
            "AzureFunctionsJobHost__extensions__http__routePrefix": "v2",
        ]
        let host = HostConfiguration(
            json: ["customHandler": ["enableForwardingHttpRequest": false]], settings: settings)
        #expect(host.httpMode == .forwarding)
        #expect(host.routePrefix == "v2")
        #expect(
            mode(
                ["customHandler": ["enableForwardingHttpRequest": true]],
                ["AzureFunctionsJobHost__customHandler__enableForwardingHttpRequest": "0"]) == .envelope)
        #expect(mode([:], ["AzureFunctionsJobHost__configurationProfile": "mcp-custom-handler"]) == .proxying)
    }

    @Test func `The route prefix is read, also an empty one`() {
        let json: JSONValue = ["extensions": ["http": ["routePrefix": ""]]]
        #expect(HostConfiguration(json: json, settings: [:]).routePrefix == "")
    }

    @Test func `A folder without the file has the defaults; a broken file is a problem with its place`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        #expect(try HostConfiguration.load(from: folder.path, settings: [:]) == HostConfiguration())
        try folder.write("host.json", #"{"version":"2.0","customHandler":{"enableForwardingHttpRequest":true}}"#)
        #expect(try HostConfiguration.load(from: folder.path, settings: [:]).httpMode == .forwarding)
        try folder.write("host.json", "{\n  \"version\": \"2.0\",\n}")
        let error = #expect(throws: ConfigurationError.self) {
            try HostConfiguration.load(from: folder.path, settings: [:])
        }
        #expect(error?.problems.map(\.code) == [.hostConfiguration])
        #expect(error?.problems.first?.message.contains("host.json:3:") == true)
    }
}

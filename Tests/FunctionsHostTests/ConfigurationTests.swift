// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@testable import FunctionsHost

@Suite("Configuration")
struct ConfigurationTests {
    private func load(_ hostJSON: String, _ environment: [String: String] = [:]) throws -> HostConfiguration {
        let folder = try AppFolder(["host.json": hostJSON])
        defer { folder.remove() }
        return try HostConfiguration.load(appRoot: folder.path, environment: environment)
    }

    private static let handler = #""customHandler":{"description":{"defaultExecutablePath":"handler"}"#

    @Test(
        "What cannot be used is named with file and line",
        arguments: [
            ("{\n\"version\":\"1.0\"}", "host.json:2: host.json needs"),
            ("{\"version\":\"2.0\",\n\"customHandler\":\n{}}", "host.json:3: Missing worker Description."),
            (
                "{\"version\":\"2.0\",\n\"customHandler\":{\"description\":{\n\"defaultExecutablePath\":\"%NOTHING\"},\n\"port\":0}}",
                "host.json:4: customHandler:port of host.json is \"0\""
            ),
            ("{\"version\":\"2.0\",\n\n\"functionTimeout\":\"soon\"}", "host.json:3: functionTimeout"),
            (
                "{\"version\":\"2.0\",\"extensions\":{\"http\":{\n\"maxConcurrentRequests\":-2}}}",
                "host.json:2: extensions:http:maxConcurrentRequests"
            ),
            (
                "{\"version\":\"2.0\",\n\"retry\":{\"strategy\":\"x\",\n\"maxRetryCount\":1}}",
                "host.json:2: \"strategy\" of \"retry\" must be"
            ),
            ("{\"version\":\"2.0\",\n}", "Unable to parse host configuration file: "),
        ])
    func places(hostJSON: String, message: String) throws {
        let error = #expect(throws: HostError.self) { _ = try load(hostJSON) }
        #expect(error?.message.contains(message) == true, "\(String(describing: error))")
    }

    @Test("A variable that is wrong is named in place of the file")
    func variable() throws {
        let name = "AzureFunctionsJobHost__functionTimeout"
        let error = #expect(throws: HostError.self) { _ = try load(#"{"version":"2.0"}"#, [name: "soon"]) }
        #expect(error?.message.hasPrefix(name + ": functionTimeout") == true)
    }

    @Test("Variables win over the file, at any depth and whatever their case")
    func overrides() throws {
        let root = "AzureFunctionsJobHost__"
        let configuration = try load(
            "{\"version\":\"2.0\",\(Self.handler),\"enableForwardingHttpRequest\":true}}",
            [
                root + "customHandler__description__arguments": #"["--a","--b"]"#,
                root + "CUSTOMHANDLER__description__workingDirectory": "sub",
                root + "customHandler__enableForwardingHttpRequest": "False",
                root + "functions__0": "one", root + "functions__1": "two", root + "functionTimeout": "-1",
                root + "extensions__http__maxConcurrentRequests": "7",
            ])
        #expect(configuration.description?.arguments == ["--a", "--b"])
        #expect(configuration.description?.workingDirectory.hasSuffix("/sub") == true)
        #expect(configuration.httpMode == .envelope)
        #expect(configuration.functions == ["one", "two"])
        #expect(configuration.functionTimeout == nil)
        #expect(configuration.http.maximumConcurrentRequests == 7)
        #expect(configuration.warnings.isEmpty)
    }

    @Test("An override of the arguments that is no list is ignored, and a warning says so")
    func ignoredOverride() throws {
        let name = "AzureFunctionsJobHost__customHandler__description__arguments"
        let hostJSON =
            #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"handler","arguments":["--x"]}}}"#
        let configuration = try load(hostJSON, [name: "--a --b"])
        #expect(configuration.description?.arguments == ["--x"])
        #expect(configuration.warnings.count == 1 && configuration.warnings.first?.hasPrefix(name) == true)
    }

    @Test("Routes of host.json need the custom runtime, and have levels")
    func routes() throws {
        let hostJSON =
            #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"handler"},"http":{"#
            + #""defaultAuthorizationLevel":"anonymous","routes":[{"route":"a"},{"route":"b","authorizationLevel":"admin"}]}}}"#
        #expect(throws: HostError.self) { _ = try load(hostJSON) }
        let routes = try load(hostJSON, ["FUNCTIONS_WORKER_RUNTIME": "custom"]).routes
        #expect(routes.map(\.template) == ["a", "b"])
        #expect(routes.map(\.authLevel) == ["anonymous", "admin"])
    }

    @Test(
        "A profile gives defaults that host.json can override",
        arguments: ["mcp-custom-handler", "WEB-APP-custom-handler"])
    func profiles(name: String) throws {
        let plain = try load("{\"version\":\"2.0\",\"configurationProfile\":\"\(name)\",\(Self.handler)}}")
        #expect(plain.httpMode == .proxying)
        #expect(plain.routePrefix.isEmpty)
        #expect(plain.routes.map(\.template) == ["{*route}"])
        let changed = try load(
            "{\"version\":\"2.0\",\"configurationProfile\":\"\(name)\",\(Self.handler),"
                + "\"enableProxyingHttpRequest\":false,\"http\":{\"routes\":[{\"route\":\"x\"}]}},"
                + "\"extensions\":{\"http\":{\"routePrefix\":\"p\"}}}")
        #expect(changed.httpMode == .envelope)
        #expect(changed.routePrefix == "p")
        #expect(changed.routes.map(\.template) == ["x"])
    }

    @Test("A function in error is named with its file and the line of what is wrong")
    func functionPlaces() throws {
        let folder = try AppFolder([
            "host.json": AppFolder.hostJSON,
            "f/function.json":
                "{\"bindings\":[\n{\"type\":\"httpTrigger\",\"name\":\"req\",\n\"authLevel\":\"nobody\"}]}",
            "g/function.json": "{\"bindings\":[\n]\n,}", "h/function.json": AppFolder.http(),
        ])
        defer { folder.remove() }
        let host = try FunctionsHost(
            options: HostOptions(appRoot: folder.path, environment: [:], console: RecordingConsole()))
        #expect(host.functions.map(\.name) == ["h"])
        #expect(
            host.errors.first
                == "The 'f' function is in error: 'nobody' is not a valid authLevel. (\(folder.path)/f/function.json:3)"
        )
        #expect(
            host.errors.last?.hasPrefix(
                "The 'g' function is in error: Unable to parse function.json: \(folder.path)/g/function.json:3:")
                == true)
    }
}

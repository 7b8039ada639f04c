// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Testing

@Suite("Discovery")
struct DiscoveryTests {
    private func host(_ files: [String: String], environment: [String: String] = [:]) throws -> FunctionsHost {
        let folder = try AppFolder(["host.json": AppFolder.hostJSON].merging(files) { $1 })
        defer { folder.remove() }
        return try FunctionsHost(
            options: HostOptions(appRoot: folder.path, environment: environment, console: RecordingConsole()))
    }

    static let broken: [(json: String, message: String)] = [
        ("{", "Unable to parse function.json"),
        (#"{"bindings":[]}"#, "At least one binding must be declared."),
        (#"{"bindings":[{"type":"http","direction":"out","name":"res"}]}"#, "No trigger binding specified."),
        (
            #"{"bindings":[{"type":"httpTrigger","name":"a"},{"type":"timerTrigger","name":"b","schedule":"0 0 0 * * *"}]}"#,
            "Multiple trigger bindings defined."
        ),
        (#"{"bindings":[{"type":"httpTrigger","name":"a-b"}]}"#, "The binding name a-b is invalid."),
        (
            #"{"bindings":[{"type":"httpTrigger","name":"a"},{"type":"http","direction":"out","name":"A"}]}"#,
            "Multiple bindings with name 'A' discovered."
        ),
        (
            #"{"bindings":[{"type":"httpTrigger","name":"a","direction":"up"}]}"#,
            "'up' is not a valid binding direction."
        ),
        (#"{"scriptFile":"run.js","bindings":[{"type":"httpTrigger","name":"a"}]}"#, "Invalid script file name"),
        (AppFolder.http(#""route":"Administrators""#), "conflicts with one or more built in routes"),
        (AppFolder.http(#""route":"runtimeinfo/{id}""#), "conflicts with one or more built in routes"),
        (AppFolder.http(#""route":"a/{b""#), "The route 'a/{b' is not valid"),
        (AppFolder.timer(#""schedule":"%NOWHERE%""#), "'%NOWHERE%' does not resolve to a value."),
        (AppFolder.timer(#""schedule":"often""#), "The schedule expression 'often' was not recognized"),
    ]

    @Test("A function in error is named with its reason, and the others work", arguments: broken)
    func inError(json: String, message: String) throws {
        let host = try host(["bad/function.json": json, "good/function.json": AppFolder.http()])
        #expect(host.functions.map(\.name) == ["good"])
        let error = try #require(host.errors.first)
        #expect(host.errors.count == 1)
        #expect(error.hasPrefix("The 'bad' function is in error: "))
        #expect(error.contains(message))
    }

    @Test("A folder that is no function name is in error", arguments: ["1st", "host", "a b"])
    func badName(name: String) throws {
        let host = try host(["\(name)/function.json": AppFolder.http()])
        #expect(host.functions.isEmpty)
        #expect(host.errors == ["The '\(name)' function is in error: '\(name)' is not a valid function name."])
    }

    @Test("Of two functions with the same route and method, the second by name is in error")
    func routeConflict() throws {
        let host = try host([
            "b/function.json": AppFolder.http(#""route":"/Same/","methods":["get","post"]"#),
            "A/function.json": AppFolder.http(#""route":"same","methods":["get"]"#),
            "c/function.json": AppFolder.http(#""route":"same","methods":["put"]"#),
        ])
        #expect(host.functions.map(\.name) == ["A", "c"])
        #expect(host.errors.first?.contains("conflicts with the route defined by function 'A'") == true)
    }

    @Test("Functions are sorted by name without case, with routes and disabled ones")
    func sorted() throws {
        let host = try host(
            [
                "b/function.json": AppFolder.http(#""route":"x/{id:int}","methods":["get","post"]"#),
                "A/function.json": AppFolder.timer(#""schedule":"%WHEN%""#), "C/function.json": AppFolder.http(),
            ], environment: ["WHEN": "00:05:00", "AzureWebJobs.C.Disabled": "true"])
        #expect(host.functions.map(\.name) == ["A", "b", "C"])
        #expect(host.functions[1].http?.route == "api/x/{id:int}")
        #expect(host.functions[1].http?.methods == ["GET", "POST"])
        #expect(host.functions.map(\.isDisabled) == [false, false, true])
        #expect(host.functions[0].trigger == "timerTrigger")
    }

    @Test("An allow-list, a prefix and a profile come from host.json or the environment")
    func hostJSON() throws {
        let files = ["a/function.json": AppFolder.http(), "b/function.json": AppFolder.http()]
        let root = "AzureFunctionsJobHost__"
        let listed = try host(files, environment: [root + "functions__0": "B"])
        #expect(listed.functions.map(\.name) == ["b"])
        let prefixed = try host(files, environment: [root + "extensions__http__routePrefix": ""])
        #expect(prefixed.functions.first?.http?.route == "a")
        let profile = try host([:], environment: [root + "configurationProfile": "web-app-custom-handler"])
        #expect(profile.functions.map(\.name) == ["http-handler1"])
        #expect(profile.functions.first?.http?.route == "{*route}")
    }

    static let impossible: [(hostJSON: String, message: String)] = [
        ("{", "host.json:1:"),
        ("{}", #""version": "2.0""#),
        (#"{"version":"2.0","customHandler":{}}"#, "Missing worker Description."),
        (#"{"version":"2.0","customHandler":{"description":{}}}"#, "DefaultExecutablePath cannot be empty"),
        (#"{"version":"2.0","functionTimeout":"soon"}"#, "functionTimeout"),
        (#"{"version":"2.0","configurationProfile":"mcp"}"#, "is not supported"),
    ]

    @Test("A host.json with which no host would start is an error with its reason", arguments: impossible)
    func brokenHostJSON(hostJSON: String, message: String) throws {
        let error = #expect(throws: HostError.self) { _ = try host(["host.json": hostJSON]) }
        #expect(error?.code == .hostConfiguration)
        #expect(error?.message.contains(message) == true)
    }

    @Test(
        "Encrypted local settings and CONTAINER_NAME are refused",
        arguments: [
            #"{"Values":{"A":"b"}}"#, #"{"IsEncrypted":true,"Values":{"A":"b"}}"#,
            #"{"IsEncrypted":false,"Values":{"CONTAINER_NAME":"x"}}"#,
        ])
    func refusedSettings(json: String) throws {
        let error = #expect(throws: HostError.self) { _ = try host(["local.settings.json": json]) }
        #expect(error?.code == .localSettings)
    }
}

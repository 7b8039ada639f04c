// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FoundationEssentials
import NIOCore
import NIOPosix
import StrictJSON
import Testing

@testable import SwiftFunc

@Suite("swift-func doctor: the checks")
struct DoctorTests {
    private static let goodHost =
        #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"handler"}}}"#
    private static let settings = #"{"IsEncrypted":false,"Values":{"FUNCTIONS_WORKER_RUNTIME":"custom"}}"#
    private static let http =
        #"{"bindings":[{"type":"httpTrigger","direction":"in","name":"req"},{"type":"http","direction":"out","name":"res"}]}"#
    private static let queue =
        #"{"bindings":[{"type":"queueTrigger","direction":"in","name":"q","queueName":"%Q%","connection":"Store"}]}"#

    /// The findings of one check in an app that is in order, but for some files.
    private func findings(
        _ check: some DoctorCheck, _ files: [String: String] = [:], environment: [String: String] = [:],
        _ change: (TemporaryFolder) throws -> Void = { _ in }
    ) async throws -> [Finding] {
        let whole = [
            "host.json": Self.goodHost, "local.settings.json": Self.settings, "functions/f/function.json": Self.http,
        ]
        let folder = try TemporaryFolder(whole.merging(files) { $1 })
        try change(folder)
        let app = try FunctionAppFolder(folder.path)
        return await check.run(
            DoctorScene(
                app: app, environment: environment, handler: try? app.handler(nil), stateDirectory: folder.path))
    }

    private func failures(_ findings: [Finding]) -> [String] {
        findings.filter { $0.outcome == .failed }.map(\.text)
    }

    @Test("An app in order passes the checks of its files")
    func order() async throws {
        let checks: [any DoctorCheck] = [
            HostConfigurationCheck(), LocalSettingsCheck(), BindingsCheck(), RegistrationCheck(),
        ]
        for check in checks {
            #expect(try await findings(check).allSatisfy { $0.outcome == .ok }, "\(check)")
        }
    }

    @Test(
        "A host.json that is wrong is found",
        arguments: [
            ("{", Finding.Outcome.failed, ":1:2"), (#"{"version":"1"}"#, .failed, "2.0"),
            (#"{"version":"2.0"}"#, .failed, "handler"),
            (goodHost.replacing(#""handler""#, with: #""./handler""#), .warning, "mode"),
            (goodHost.replacing(#""handler""#, with: #""/bin/handler""#), .warning, "absolute"),
        ])
    func hostJSON(text: String, outcome: Finding.Outcome, words: String) async throws {
        let finding = try #require(try await findings(HostConfigurationCheck(), ["host.json": text]).first)
        #expect(finding.check == "host.json")
        #expect(finding.outcome == outcome)
        #expect(finding.text.contains(words), "\(finding.text)")
        #expect(finding.advice != nil)
    }

    @Test("A function in error is named as the host names it")
    func functionInError() async throws {
        let found = try await findings(HostConfigurationCheck(), ["functions/g/function.json": "{"])
        #expect(failures(found).count == 1)
        #expect(failures(found).first?.contains("'g' function is in error") == true)
    }

    @Test(
        "local.settings.json that would be ignored is found",
        arguments: [
            ("{", "1:2"), (#"{"Values":{"A":"b"}}"#, "encrypted"),
            (#"{"IsEncrypted":false,"Values":{"A":{"b":"c"}}}"#, #""A""#),
        ])
    func localSettings(text: String, words: String) async throws {
        let found = try await findings(LocalSettingsCheck(), ["local.settings.json": text])
        #expect(failures(found).contains { $0.contains(words) }, "\(found)")
    }

    @Test("A setting that the shell overrides, and another runtime, are warned of")
    func settingWarnings() async throws {
        let text = #"{"IsEncrypted":false,"Values":{"A":"file"}}"#
        let found = try await findings(LocalSettingsCheck(), ["local.settings.json": text], environment: ["A": "shell"])
        #expect(found.map(\.outcome) == [.warning, .warning])
        #expect(found.contains { $0.text.contains(#""A" is set in the environment"#) })
        #expect(found.contains { $0.text.contains("FUNCTIONS_WORKER_RUNTIME is not set") })
    }

    @Test("Settings and the extension bundle that bindings need are asked for, until they are there")
    func bindings() async throws {
        let files = ["functions/q/function.json": Self.queue]
        let found = failures(try await findings(BindingsCheck(), files))
        #expect(found.contains { $0.contains("extension bundle") })
        #expect(found.contains { $0.contains(#"The setting "Store" is missing, which q needs."#) })
        #expect(found.contains { $0.contains(#""AzureWebJobsStorage" is missing"#) })
        #expect(found.contains { $0.contains("'%Q%'") })
        let bundle = Self.goodHost.dropLast() + #","extensionBundle":{"id":"x","version":"[4.*, 5.0.0)"}}"#
        let good = try await findings(
            BindingsCheck(), files.merging(["host.json": String(bundle)]) { $1 },
            environment: ["Store__queueServiceUri": "https://x", "AzureWebJobsStorage": "x", "Q": "orders"])
        #expect(good.allSatisfy { $0.outcome == .ok }, "\(good)")
    }

    @Test("An executable that may not be run, or is older than its sources, is found")
    func executable() async throws {
        let files = ["Package.swift": "", "Sources/App/a.swift": "", ".build/debug/handler": "#!/bin/sh\n"]
        let closed = try await findings(ExecutableCheck(), files)
        #expect(closed.first?.outcome == .failed)
        #expect(closed.first?.advice?.hasPrefix("chmod +x") == true)
        let old = try await findings(ExecutableCheck(), files) { folder in
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755, .modificationDate: Date(timeIntervalSince1970: 1)],
                ofItemAtPath: folder.path + "/.build/debug/handler")
        }
        #expect(old.first?.outcome == .warning)
        #expect(old.first?.text.contains(" is newer than ") == true)
        #expect(try await findings(ExecutableCheck()).first?.outcome == .failed)
    }

    @Test("What the handler says of its manifest and its settings is told")
    func handler() async throws {
        let script = """
            #!/bin/sh
            if [ "$1" = manifest ]; then echo "differs: x"; exit 1; fi
            echo "AzureAd__TenantId: It is not set. [setting]" >&2
            echo "FUNCTIONS_CUSTOMHANDLER_PORT is not set [setting]" >&2
            exit 78

            """
        let found = try await findings(HandlerCheck(), ["Package.swift": ""]) { folder in
            try folder.write(script, to: ".build/debug/handler", mode: 0o755)
        }
        #expect(failures(found) == ["differs: x", "AzureAd__TenantId: It is not set. [setting]"])
    }

    @Test("A blueprint that nothing calls is found with its place")
    func registration() {
        let main = "FunctionApp { used() }\n// unused()\nlet x = other"
        let source =
            "\nfunc used() -> Blueprint { x }\n\nfunc unused(_ a: Int) -> Blueprint { x }\nfunc other() -> HTTPFunction { x }"
        let found = RegistrationCheck.findings([(path: "Main.swift", text: main), (path: "B.swift", text: source)])
        #expect(found.map(\.outcome) == [.warning])
        #expect(found.first?.text.hasPrefix("B.swift:4: nothing calls unused()") == true)
    }

    @Test("A port that something else uses is found, a free one is free")
    func ports() async throws {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(channel.localAddress?.port)
        #expect(await PortsCheck.isFree(port) == false)
        try await channel.close().get()
        #expect(await PortsCheck.isFree(port))
    }

    @Test(
        "The tenant's clock and this one are compared",
        arguments: [(0.0, Finding.Outcome.ok), (59, .ok), (-120, .warning), (3_600, .failed), (-301, .failed)])
    func clock(skew: Double, outcome: Finding.Outcome) throws {
        let reply = HTTPReply(
            status: 200, reason: "OK", headers: [("date", "Sun, 06 Nov 1994 08:49:37 GMT")], body: [])
        #expect(TenantCheck.clock(reply, now: 784_111_777 + skew).map(\.outcome) == [outcome])
    }

    @Test("Dates of answers are read, and nothing else")
    func dates() {
        #expect(HTTPDate.parse("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
        #expect(HTTPDate.parse("Thu, 01 Jan 1970 00:00:00 GMT") == 0)
        #expect(HTTPDate.parse("Thu, 29 Feb 2024 23:59:59 GMT") == 1_709_251_199)
        for text in ["", "06 Nov 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT"] {
            #expect(HTTPDate.parse(text) == nil, "\(text)")
        }
    }

    @Test("Metadata must be metadata")
    func metadata() throws {
        let address = try #require(HTTPAddress("https://localhost/"))
        func outcome(_ status: Int, _ body: String) -> Finding.Outcome {
            TenantCheck.metadata(HTTPReply(status: status, reason: "", headers: [], body: Array(body.utf8)), address)
                .outcome
        }
        #expect(outcome(200, #"{"issuer":"a","jwks_uri":"b"}"#) == .ok)
        #expect(outcome(200, "<html>") == .failed)
        #expect(outcome(404, #"{"issuer":"a","jwks_uri":"b"}"#) == .failed)
    }

    @Test("Package.swift must make what host.json starts")
    func package() {
        let json: JSONValue = [
            "products": [
                ["name": "handler", "type": ["executable": .null]],
                ["name": "lib", "type": ["library": ["automatic"]]],
            ],
            "targets": [["name": "Tool", "type": "executable"]],
        ]
        #expect(PackageCheck.finding(json, product: "handler").outcome == .ok)
        #expect(PackageCheck.finding(json, product: "Tool").outcome == .ok)
        #expect(PackageCheck.finding(json, product: "lib").outcome == .failed)
        let identity: JSONValue = [
            "identity": "main", "nameForTargetDependencyResolutionOnly": "swift-azure-functions",
        ]
        let dependent: JSONValue = [
            "products": json["products"] ?? .null, "dependencies": [["fileSystem": [identity]]],
        ]
        #expect(PackageCheck.finding(dependent, product: "handler").outcome == .failed)
        #expect(SwiftCheck.version("Apple Swift version 6.3.1 (x)") == [6, 3, 1])
        #expect(SwiftCheck.version("nothing") == nil)
        #expect(FileLimitCheck.finding(1_024).outcome == .warning)
        #expect(FileLimitCheck.finding(16_384).outcome == .ok)
    }

    @Test("The reports for people and programs say the same")
    func report() throws {
        let report = DoctorReport(findings: [
            .ok("a", "fine"), .warning("b", "hm\nhm", "do"), .failed("c", "no", "stop"),
        ])
        let json = try JSONValue(parsing: Array(report.json.utf8))
        #expect(json["failed"] == 1)
        #expect(json["warnings"] == 1)
        #expect(json["checks"]?.array?.compactMap { $0["outcome"]?.string } == ["ok", "warning", "failed"])
        let text = report.text(isColored: false)
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("-> stop") && text.hasSuffix("1 failure, 1 warning."))
        #expect(report.text(isColored: true).contains("\u{1B}[31mfailed"))
        #expect(DoctorReport(findings: [.ok("a", "")]).text(isColored: false).hasSuffix("Everything is in order."))
    }
}

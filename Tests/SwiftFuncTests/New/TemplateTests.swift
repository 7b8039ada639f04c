// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FoundationEssentials
import StrictJSON
import Testing

@testable import SwiftFunc

@Suite("swift-func new: the files")
struct TemplateTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    private func template(
        _ features: [TemplateFeature], entra: Bool = false, package: PackageReference = .path("/p"),
        module: String = "App"
    ) throws -> AppTemplate {
        AppTemplate(
            name: try AppName("demo"), features: features, usesEntra: entra, package: package, module: module)
    }

    @Test("The sources are those of the example, which is compiled and tested with this package")
    func example() throws {
        let template = try template(TemplateFeature.allCases, entra: true, module: "TemplateExample")
        let sources = template.files.filter { $0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Tests/") }
        #expect(sources.count == 9)
        let folder = Self.root + "/Examples/Template"
        for file in sources {
            let text = try String(contentsOfFile: "\(folder)/\(file.path)", encoding: .utf8)
            #expect(text == file.text, "\(file.path)")
        }
        let present = ["Sources/App", "Tests/AppTests"].flatMap { part in
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)")) ?? []).map { "\(part)/\($0)" }
        }
        #expect(present.sorted() == sources.map(\.path))
    }

    @Test("Its host.json is that of this repository but for the executable, and local.settings.json can be read")
    func settings() throws {
        for entra in [false, true] {
            let files = try template([.http], entra: entra).files
            let hostJSON = try #require(files.first { $0.path == "host.json" })
            let ours = try String(contentsOfFile: Self.root + "/host.json", encoding: .utf8)
            #expect(hostJSON.text == ours.replacing(#""handler""#, with: #""demo""#))
            let local = try JSONValue(
                parsing: Array(#require(files.first { $0.path == "local.settings.json" }).text.utf8))
            #expect(local["IsEncrypted"] == false)
            #expect(local["Values"]?["FUNCTIONS_WORKER_RUNTIME"] == "custom")
            #expect((local["Values"]?["AzureAd__TenantId"] != nil) == entra)
        }
    }

    @Test("Only what was chosen is there, and main names it")
    func choice() throws {
        let files = try template([.queue]).files
        #expect(!files.contains { $0.path.contains("Greetings") || $0.path.contains("Identity") })
        let main = try #require(files.first { $0.path == "Sources/App/Main.swift" }).text
        #expect(main.contains("            orders()\n"))
        #expect(!main.contains("Entra"))
        let manifest = try #require(files.first { $0.path == "Package.swift" }).text
        #expect(!manifest.contains("AzureFunctionsEntra"))
        // A product named as one of the dependency's would not be built.
        #expect(manifest.contains(#".executable(name: "demo", targets: ["App"])"#))
        #expect(!manifest.contains("handler"))
    }

    @Test(
        "The dependency is named as it was asked for",
        arguments: [
            (
                PackageReference.path(#"/a "b"/c"#), #".package(name: "swift-azure-functions", path: "/a \"b\"/c")"#,
                "swift-azure-functions"
            ),
            (
                .url("https://h/x/functions.git", version: "1.2.3"),
                #".package(url: "https://h/x/functions.git", from: "1.2.3")"#, "functions"
            ),
            (
                .url("https://h/x/functions", version: nil), #".package(url: "https://h/x/functions", branch: "main")"#,
                "functions"
            ),
        ])
    func dependency(package: PackageReference, declaration: String, identity: String) throws {
        let manifest = try #require(try template([.http], package: package).files.first { $0.path == "Package.swift" })
        #expect(manifest.text.contains("        \(declaration)\n"))
        #expect(manifest.text.contains("package: \"\(identity)\""))
    }

    @Test("A swift-func that was built in a checkout knows it, another one does not")
    func checkout() throws {
        let folder = try TemporaryFolder([
            "one/Package.swift": #"let package = Package(name: "swift-azure-functions")"#,
            "one/.build/debug/swift-func": "",
            "two/Package.swift": #"let package = Package(name: "other")"#, "two/.build/debug/swift-func": "",
        ])
        let one = try #require(PackageReference.checkout(of: folder.path + "/one/.build/debug/swift-func"))
        guard case .path(let path) = one else { throw CommandError("no path") }
        #expect(path.hasSuffix("/one"))
        #expect(PackageReference.checkout(of: folder.path + "/two/.build/debug/swift-func") == nil)
    }

    @Test(
        "A name that is none for a folder and a package is refused",
        arguments: [
            "", "1a", "a b", "a/b", "..", "-a", "é", "swift-azure-functions", "Handler", "swift-func",
            String(repeating: "a", count: 65),
        ])
    func names(text: String) {
        #expect(throws: CommandError.self) { try AppName(text) }
        #expect(throws: (any Error).self) { try NewCommand.parse([text]) }
    }

    @Test("Nothing is overwritten, and nothing is left behind")
    func overwriting() throws {
        let folder = try TemporaryFolder(["demo/mine": "mine"])
        let files = try template([.http]).files
        #expect(throws: CommandError.self) { try AppWriter.write(files, to: folder.path + "/demo") }
        #expect(throws: CommandError.self) { try AppWriter.write(files, to: folder.path + "/demo/mine") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/demo") == ["mine"])
        try AppWriter.write(files, to: folder.path + "/other")
        for file in files { #expect(try folder.text("other/" + file.path) == file.text) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["demo", "other"])
    }

    @Test(
        "Options that contradict each other are refused",
        arguments: [
            ["a", "--package-path", "x", "--package-url", "y"], ["a", "--package-path", "x", "--version", "1.0.0"],
            ["a", "--version", "one"], ["a", "--template", "ftp"], ["a", "b"], [],
        ])
    func options(arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try NewCommand.parse(arguments) }
        #expect(error.map { NewCommand.exitCode(for: $0).rawValue } == 64)
    }
}

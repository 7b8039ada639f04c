// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FoundationEssentials
import Testing

@testable import SwiftFunc

@Suite("swift-func package")
struct PackageTests {
    @Test("An executable's bytes tell of Foundation and of the newest glibc it needs")
    func facts() {
        func facts(_ text: String) -> BinaryFacts { BinaryFacts(Array(text.utf8)) }
        #expect(facts("x GLIBC_2.4\0GLIBC_2.35\0GLIBC_2.17 y") == facts("GLIBC_2.35"))
        #expect(facts("GLIBC_2.35").glibc == [2, 35])
        #expect(facts("GLIBC_2.").glibc == nil)
        #expect(facts("").glibc == nil)
        #expect(!facts("icudata").hasFoundation)
        #expect(facts("..icudt74l..").hasFoundation)
    }

    @Test("What is deployed links Swift statically and exports nothing; with an SDK its own linking counts")
    func buildArguments() throws {
        func arguments(_ options: String...) throws -> String {
            try PackageCommand.parse(options).buildArguments.joined(separator: " ")
        }
        let release = try arguments()
        #expect(release.hasPrefix("-c release --static-swift-stdlib"))
        #if os(Linux)
        for option in ["-Xlinker --no-export-dynamic", "-Xfrontend -Xswiftc -function-sections"] {
            #expect(release.contains(option))
        }
        // They would take position independence or read-only relocations away.
        for option in ["-no-pie", "norelro", "execstack"] { #expect(!release.contains(option)) }
        #endif
        #expect(try arguments("--configuration", "debug") == "-c debug")
        #expect(try arguments("--swift-sdk", "musl", "--triple", "x") == "-c release --swift-sdk musl --triple x")
    }

    @Test(
        "A stage holds host.json, the functions and the executable, and nothing else; a rebuilt one does not change it")
    func stage() throws {
        let folder = try TemporaryFolder([
            "host.json": #"{"customHandler":{"description":{"defaultExecutablePath":"bin/handler"}}}"#,
            "local.settings.json": "{}", "functions/f/function.json": "{}", "functions/f/data": "d",
            "functions/none/x": "",
            "Package.swift": "",
        ])
        try folder.write("one", to: "built", mode: 0o755)
        let stage = try Stage(try FunctionAppFolder(folder.path), handler: folder.path + "/built")
        defer { stage.remove() }
        let files = SourceSnapshot([stage.path]).files.keys.map { String($0.dropFirst(stage.path.count + 1)) }.sorted()
        #expect(files == ["bin/handler", "f/data", "f/function.json", "host.json"])
        #expect(FileManager.default.isExecutableFile(atPath: stage.path + "/bin/handler"))
        try FileManager.default.removeItem(atPath: folder.path + "/built")
        try folder.write("two", to: "built", mode: 0o755)
        #expect(try String(contentsOfFile: stage.path + "/bin/handler", encoding: .utf8) == "one")
    }

    @Test("An executable outside the app's folder is refused")
    func leaving() throws {
        let folder = try TemporaryFolder([
            "host.json": #"{"customHandler":{"description":{"defaultExecutablePath":"../handler"}}}"#, "built": "",
        ])
        let app = try FunctionAppFolder(folder.path)
        #expect(throws: CommandError.self) { try Stage(app, handler: folder.path + "/built") }
    }

    @Test("The same files make the same zip, whatever their time")
    func archive() async throws {
        var archives: [Data] = []
        for time in [1_000_000_000.0, 1_500_000_000] {
            let folder = try TemporaryFolder(["stage/host.json": "{}", "stage/b/function.json": "{}"])
            try folder.write("#!", to: "stage/handler", mode: 0o755)
            for name in ["host.json", "handler"] {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: time)], ofItemAtPath: folder.path + "/stage/" + name
                )
            }
            try folder.write("old", to: "app.zip")
            let entries = try await ZipArchive.write(folder.path + "/stage", to: folder.path + "/app.zip")
            #expect(entries == ["b/function.json", "handler", "host.json"])
            archives.append(try Data(contentsOf: URL(filePath: folder.path + "/app.zip")))
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(left == ["app.zip", "stage"])
        }
        #expect(archives[0] == archives[1])
        #expect(archives[0].starts(with: Array("PK".utf8)))
    }
}

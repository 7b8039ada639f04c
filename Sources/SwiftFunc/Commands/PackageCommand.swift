// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FoundationEssentials
import StrictJSON
import SystemPackage

/// `swift-func package`.
struct PackageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "package", abstract: "Builds the app for deployment and packs it into a zip.",
        discussion: """
            A release build with Swift linked statically, stripped, with host.json and a folder for each function. Refuses \
            function.json files that are not those of the code, and the whole of Foundation, which makes a start slow.

            EXIT CODES
              0 packed, 1 something must be corrected, 64 wrong arguments

            EXAMPLES
              swift-func package
              swift-func package --output /tmp/app.zip --json
              swift-func package --swift-sdk x86_64-swift-linux-musl        runs on any Linux
              swift-func package --stage .build/stage --configuration debug
            """)

    enum Configuration: String, CaseIterable, ExpressibleByArgument { case debug, release }

    @Option(help: ArgumentHelp("The app's folder.", valueName: "dir"))
    var app = "."

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The zip (default: the name of the app's folder).", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Lay the app out in this new folder; makes no zip without --output.", valueName: "dir"))
    var stage: String?

    @Option(help: "How to build: release or debug.")
    var configuration = Configuration.release

    @Option(
        help: ArgumentHelp("Build with an SDK of \"swift sdk list\", such as the static Linux one.", valueName: "name"))
    var swiftSDK: String?

    @Option(help: ArgumentHelp("Build for a triple.", valueName: "triple"))
    var triple: String?

    @Flag(help: "Accept an executable with the whole of Foundation.")
    var allowFoundation = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Print the arguments of \"swift build\", one a line, and do nothing else.")
    var showBuildArguments = false

    func run() async throws {
        if showBuildArguments { return print(buildArguments.joined(separator: "\n")) }
        let folder = try FunctionAppFolder(app)
        guard folder.hasPackage else {
            throw CommandError("\(folder.path) has no Package.swift. Only Swift packages can be packed.")
        }
        if let stage, FileManager.default.fileExists(atPath: absolute(stage)) {
            throw CommandError("\(absolute(stage)) exists already. Remove it, or choose another folder.")
        }
        let packager = AppPackager(
            app: folder, buildArguments: buildArguments, allowsFoundation: allowFoundation
        ) { StandardError.write($0) }
        let laidOut = try await packager.stage()
        defer { laidOut.remove() }
        let entries = SourceSnapshot([laidOut.path]).files.keys.map { String($0.dropFirst(laidOut.path.count + 1)) }
            .sorted()
        var zip: String?
        if stage == nil || output != nil {
            let path = absolute(output ?? folder.path + "/" + URL(filePath: folder.path).lastPathComponent + ".zip")
            _ = try await ZipArchive.write(laidOut.path, to: path)
            zip = path
        }
        if let stage {
            let path = absolute(stage)
            try FileManager.default.createDirectory(
                at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: laidOut.path, toPath: path)
        }
        report(zip: zip, entries: entries)
    }

    var buildArguments: [String] {
        // An SDK for static linking has no other form.
        let isStatic = configuration == .release && swiftSDK == nil
        return ["-c", configuration.rawValue] + (isStatic ? DeploymentBuild.arguments : [])
            + (swiftSDK.map { ["--swift-sdk", $0] } ?? []) + (triple.map { ["--triple", $0] } ?? [])
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private func report(zip: String?, entries: [String]) {
        let size = zip.flatMap { try? Stat(FilePath($0)).size }
        if json {
            var object: JSONObject = ["entries": .array(entries.map(JSONValue.string))]
            if let zip { object["zip"] = .string(zip) }
            if let size { object["bytes"] = .integer(size) }
            if let stage { object["stage"] = .string(absolute(stage)) }
            return print(String(decoding: JSONValue.object(object).serialized([.pretty]), as: UTF8.self))
        }
        if let stage { print("\(absolute(stage)): \(entries.count) files") }
        guard let zip else { return }
        print("\(zip): \(entries.count) files, \((size ?? 0) / 1_000) kB")
        print("Deploy it: az functionapp deployment source config-zip -g <group> -n <app> --src '\(zip)'")
    }
}

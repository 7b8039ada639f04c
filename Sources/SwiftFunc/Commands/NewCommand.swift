// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FoundationEssentials

/// `swift-func new`.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Writes a working function app into a new folder.",
        discussion: """
            The app has a package, a first blueprint with tests, host.json and local.settings.json. It depends on the \
            checkout that this swift-func was built in, or else on the Git repository. Nothing is overwritten.

            EXIT CODES
              0 written, 1 the folder exists or cannot be written, 64 wrong arguments

            EXAMPLES
              swift-func new demo && cd demo && swift-func start
              swift-func new shop --template http --template queue --entra
              swift-func new demo --package-path ../swift-azure-functions
            """)

    @Argument(help: "The app's name, which is that of its folder.")
    var name: String

    @Option(
        name: .customLong("template"),
        help: "What its functions show: http, timer or queue; may come several times (default: http).")
    var templates: [TemplateFeature] = []

    @Flag(help: "Guard a function with Microsoft Entra ID.")
    var entra = false

    @Option(help: ArgumentHelp("A checkout of swift-azure-functions to depend on.", valueName: "dir"))
    var packagePath: String?

    @Option(help: ArgumentHelp("A Git repository of swift-azure-functions to depend on.", valueName: "url"))
    var packageURL: String?

    @Option(
        name: .customLong("version"),
        help: ArgumentHelp(
            "The first version to take from the repository (default: its branch main).", valueName: "x.y.z"))
    var packageVersion: String?

    func validate() throws {
        if packagePath != nil, packageURL != nil || packageVersion != nil {
            throw ValidationError("--package-path goes with neither --package-url nor --version.")
        }
        if let packageVersion, packageVersion.wholeMatch(of: /\d+\.\d+\.\d+(-[0-9A-Za-z.\-]+)?/) == nil {
            throw ValidationError("\"\(packageVersion)\" is not a version such as 1.2.3.")
        }
        do {
            _ = try AppName(name)
        } catch {
            throw ValidationError("\(error)")
        }
    }

    func run() throws {
        let template = AppTemplate(
            name: try AppName(name),
            features: TemplateFeature.allCases.filter { templates.isEmpty ? $0 == .http : templates.contains($0) },
            usesEntra: entra, package: try reference())
        let folder = FileManager.default.currentDirectoryPath + "/" + name
        try AppWriter.write(template.files, to: folder)
        print("Wrote \(name):")
        for file in template.files { print("  \(file.path)") }
        print("")
        print("Next:")
        print("  cd \(name)")
        print("  swift-func start       the first build takes several minutes")
        for call in template.calls { print("  \(call)") }
    }

    private func reference() throws -> PackageReference {
        if let packagePath {
            let path =
                packagePath.hasPrefix("/") ? packagePath : FileManager.default.currentDirectoryPath + "/" + packagePath
            let folder = PackageReference.trimmed(URL(filePath: path).standardizedFileURL.path)
            guard FileManager.default.fileExists(atPath: folder + "/Package.swift") else {
                throw CommandError("\(folder) holds no Package.swift. Name a checkout of \(PackageReference.name).")
            }
            return .path(folder)
        }
        if let packageURL { return .url(packageURL, version: packageVersion) }
        if packageVersion == nil, let checkout = PackageReference.checkout(of: ProcessPath.executable) {
            return checkout
        }
        return .url(PackageReference.repository, version: packageVersion)
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Everything of which a build is made: when it is the same again, `swift build` has nothing to do.
struct BuildInputs: Sendable {
    /// Lines for files, tools and variables; nil when there are too many files to look at all of them.
    private let sources: [String]?
    /// Which versions of other packages are used; the build itself may settle that.
    private let resolution: [String]

    /// As one text; nil when it is not known.
    var text: String? { sources.map { ($0 + resolution).joined(separator: "\n") } }

    /// Looks at the files of a package and of those beside it that it is made of, at the toolchain, and at this program.
    ///
    /// - Parameters:
    ///   - package: The package's folder.
    ///   - environment: Where the toolchain is found, and what steers it.
    init(package: String, environment: [String: String]) {
        let state = FileManager.default.contents(atPath: package + "/.build/workspace-state.json").map(Array.init)
        let resolved = package + "/Package.resolved"
        resolution = [
            "state \(state.map { String(decoding: $0, as: UTF8.self) } ?? "none")", Self.line("file", resolved),
        ]
        let roots = [package, package + "/.swiftpm/configuration"] + Self.localPackages(state ?? [])
        // What the manifest step writes is no input.
        let snapshot = SourceSnapshot(roots, without: [package + "/functions", resolved])
        guard !snapshot.isCut else {
            sources = nil
            return
        }
        let tools = Self.toolchain(package: package, environment) + [ProcessPath.executable]
        let variables = environment.filter { name, _ in Self.steers(name) }
        sources =
            snapshot.files.map { "file \($0.key) \($0.value)" }.sorted() + tools.map { Self.line("tool", $0) }
            + variables.map { "variable \($0.key)=\($0.value)" }.sorted()
    }

    private init(sources: [String]?, resolution: [String]) {
        self.sources = sources
        self.resolution = resolution
    }

    /// The inputs of a build that has ended: what was edited meanwhile counts as not built.
    ///
    /// - Parameter later: The inputs at its end.
    /// - Returns: What to remember.
    func settled(as later: BuildInputs) -> BuildInputs { BuildInputs(sources: sources, resolution: later.resolution) }

    private static func line(_ kind: String, _ path: String) -> String {
        "\(kind) \(path) \(FileStamp(path).map(\.description) ?? "none")"
    }

    /// The folders of packages that are used as they lie on this machine.
    private static func localPackages(_ state: [UInt8]) -> [String] {
        guard let json = try? JSONValue(parsing: state) else { return [] }
        return (json["object"]?["dependencies"]?.array ?? []).flatMap { dependency -> [String] in
            let reference = dependency["packageRef"]
            let isLocal = reference?["kind"]?.string.map { $0 != "remoteSourceControl" && $0 != "registry" } ?? true
            return [isLocal ? reference?["location"]?.string : nil, dependency["state"]?["path"]?.string].compactMap(
                \.self)
        }
    }

    /// The `swift` of the search path and the files by which swiftly chooses another one.
    private static func toolchain(package: String, _ environment: [String: String]) -> [String] {
        let manager = FileManager.default
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let swift = folders.map { $0 + "/swift" }.first { manager.isExecutableFile(atPath: $0) }
        var paths = [swift].compactMap(\.self)
        let home = environment["HOME"] ?? ""
        for folder in [environment["SWIFTLY_HOME_DIR"], home + "/.local/share/swiftly", home + "/.swiftly"] {
            if let folder { paths.append(folder + "/config.json") }
        }
        var folder = package
        while folder.count > 1 {
            paths.append(folder + "/.swift-version")
            folder = URL(filePath: folder).deletingLastPathComponent().path
            while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        }
        return paths
    }

    private static func steers(_ name: String) -> Bool {
        ["CC", "CXX", "SDKROOT", "TOOLCHAINS", "DEVELOPER_DIR", "PKG_CONFIG_PATH"].contains(name)
            || name.hasPrefix("SWIFT")
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Whether the executable is there, may be run, and is not older than its sources.
struct ExecutableCheck: DoctorCheck {
    private static let name = "executable"

    func run(_ scene: DoctorScene) async -> [Finding] {
        guard let product = try? scene.app.productName else { return [] }
        let build = "Build it: \"swift build --product \(product)\"."
        guard let handler = scene.handler else {
            let path = "\(scene.app.path)/.build/debug/\(product)"
            if FileManager.default.fileExists(atPath: path) {
                return [.failed(Self.name, "\(path) may not be run.", "chmod +x '\(path)'")]
            }
            return scene.app.hasPackage
                ? [.warning(Self.name, "\"\(product)\" is not built.", build + " \"swift-func start\" does so, too.")]
                : [.failed(Self.name, "There is no executable \"\(product)\".", "Put it beside host.json.")]
        }
        if scene.app.hasPackage, let newest = Self.newestSource(scene.app.path),
            let built = Self.modification(handler), newest.date > built
        {
            let path = newest.path.replacing(scene.app.path + "/", with: "")
            return [.warning(Self.name, "\(path) is newer than \(handler).", build)]
        }
        return [.ok(Self.name, handler)]
    }

    private static func newestSource(_ app: String) -> (path: String, date: Date)? {
        SourceSnapshot([app + "/Sources", app + "/Package.swift"]).files.keys
            .compactMap { path in modification(path).map { (path, $0) } }.max { $0.1 < $1.1 }
    }

    private static func modification(_ path: String) -> Date? {
        let path = URL(filePath: path).resolvingSymlinksInPath().path
        return (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    }
}

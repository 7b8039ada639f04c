// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Makes an app ready to run: built, its manifest written, and laid out as it is deployed.
struct AppPreparation: Sendable {
    let app: FunctionAppFolder
    /// The executable to take in place of the one that a build makes.
    let handler: String?
    /// Whether `swift build` runs first.
    let isBuilt: Bool
    /// Whether somebody else runs the executable.
    var isAttached = false

    /// Prepares the app.
    ///
    /// - Returns: The folder to run it from.
    /// - Throws: ``CommandError`` with what to correct.
    func stage() async throws -> Stage {
        guard !isAttached else { return try Stage(app, handler: nil) }
        guard isBuilt else { return try Stage(app, handler: try app.handler(handler)) }
        let product = try app.productName
        try await SwiftBuild(package: app.path, product: product).run()
        let binary = "\(app.path)/.build/debug/\(product)"
        let manifest = HandlerManifest(handler: binary, app: app.path)
        for line in try await manifest.run(folder: app.path + "/functions", isCheck: false) {
            StandardError.write("Manifest: \(Self.told(line, in: app.path))")
        }
        return try Stage(app, handler: binary)
    }

    /// What a change of means another preparation.
    var watchedPaths: [String] {
        let names = ["host.json", "local.settings.json"]
        let sources = isBuilt ? ["Package.swift", "Sources"] : ["functions"]
        let executable = isBuilt || isAttached ? nil : try? app.handler(handler)
        return (names + sources).map { app.path + "/" + $0 } + [executable].compactMap(\.self)
    }

    /// The line with the path as seen from the app.
    private static func told(_ line: String, in folder: String) -> String {
        let words = line.replacing(folder + "/", with: "")
        let verbs = ["missing: ": "wrote ", "differs: ": "updated ", "stale: ": "removed "]
        for (start, verb) in verbs where words.hasPrefix(start) { return verb + words.dropFirst(start.count) }
        return words
    }
}

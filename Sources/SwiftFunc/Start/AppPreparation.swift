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
    /// Whether it runs also when nothing has changed since the last time.
    var isAlwaysBuilt = false
    /// Where the toolchain is found, and what steers it.
    var environment: [String: String] = [:]
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
        let binary = "\(app.path)/.build/debug/\(product)"
        let record = BuildRecord(package: app.path, product: product, binary: binary)
        let inputs = BuildInputs(package: app.path, environment: environment)
        if isAlwaysBuilt || !record.isCurrent(inputs) {
            record.remove()
            try await build(product, binary)
            record.write(inputs.settled(as: BuildInputs(package: app.path, environment: environment)))
        } else {
            StandardError.write("\(product) is up to date.")
        }
        return try Stage(app, handler: binary)
    }

    private func build(_ product: String, _ binary: String) async throws {
        try await SwiftBuild(package: app.path, product: product).run()
        let manifest = HandlerManifest(handler: binary, app: app.path)
        for line in try await manifest.run(folder: app.path + "/functions", isCheck: false) {
            StandardError.write("Manifest: \(Self.told(line, in: app.path))")
        }
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

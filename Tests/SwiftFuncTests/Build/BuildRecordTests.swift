// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Testing

@testable import SwiftFunc

@Suite struct `The record of a build` {
    /// A package with a neighbour that it uses as it lies there, and a toolchain.
    private struct Scene {
        let folder: TemporaryFolder
        var package: String { folder.path + "/app" }
        var environment: [String: String] { ["PATH": folder.path + "/bin", "TERM": "dumb"] }
        var record: BuildRecord {
            BuildRecord(package: package, product: "handler", binary: package + "/.build/debug/handler")
        }

        init() throws {
            let folder = try TemporaryFolder()
            self.folder = folder
            let state =
                #"{"object":{"dependencies":[{"packageRef":{"kind":"fileSystem","location":"\#(folder.path)/beside"}}]}}"#
            try folder.write(state, to: "app/.build/workspace-state.json")
            for path in [
                "app/Package.swift", "app/Sources/Handler/Main.swift", "app/.build/debug/handler",
                "app/functions/hello/function.json", "beside/Sources/Beside/Beside.swift", "bin/swift",
            ] { try folder.write("1", to: path, mode: 0o755) }
        }

        func inputs(_ more: [String: String] = [:]) -> BuildInputs {
            BuildInputs(package: package, environment: environment.merging(more) { $1 })
        }
    }

    @Test func `It holds as long as nothing has changed`() throws {
        let scene = try Scene()
        #expect(!scene.record.isCurrent(scene.inputs()))
        scene.record.write(scene.inputs())
        #expect(scene.record.isCurrent(scene.inputs()))
        #expect(scene.record.isCurrent(scene.inputs(["TERM": "xterm"])))
        scene.record.remove()
        #expect(!scene.record.isCurrent(scene.inputs()))
    }

    @Test(arguments: [
        "app/Package.swift", "app/Sources/Handler/Main.swift", "app/Sources/Handler/More.swift", "app/Package.resolved",
        "app/.build/debug/handler", "app/.build/workspace-state.json", "app/functions/hello/function.json",
        "app/functions/more/function.json", "beside/Sources/Beside/Beside.swift", "bin/swift", "app/.swift-version",
    ])
    func `A file that is different or new ends it`(path: String) throws {
        let scene = try Scene()
        scene.record.write(scene.inputs())
        try scene.folder.write("another", to: path)
        #expect(!scene.record.isCurrent(scene.inputs()))
    }

    @Test(arguments: [
        "app/Sources/Handler/Main.swift", "app/.build/debug/handler", "app/functions/hello/function.json",
    ])
    func `A file that is gone ends it`(path: String) throws {
        let scene = try Scene()
        scene.record.write(scene.inputs())
        try FileManager.default.removeItem(atPath: scene.folder.path + "/" + path)
        #expect(!scene.record.isCurrent(scene.inputs()))
    }

    @Test func `Another variable for the toolchain ends it`() throws {
        let scene = try Scene()
        scene.record.write(scene.inputs())
        #expect(!scene.record.isCurrent(scene.inputs(["SWIFT_EXEC": "/other/swiftc"])))
        #expect(!scene.record.isCurrent(scene.inputs(["PATH": "/nowhere"])))
    }

    @Test func `What is edited while a build runs counts as not built, what the build resolves counts as known`() throws
    {
        let scene = try Scene()
        let before = scene.inputs()
        try scene.folder.write("another", to: "app/Package.resolved")
        let resolved = before.settled(as: scene.inputs())
        scene.record.write(resolved)
        #expect(scene.record.isCurrent(scene.inputs()))
        try scene.folder.write("another", to: "app/Sources/Handler/Main.swift")
        scene.record.write(resolved.settled(as: scene.inputs()))
        #expect(!scene.record.isCurrent(scene.inputs()))
    }
}

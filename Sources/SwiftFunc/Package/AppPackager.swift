// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Subprocess
import SystemPackage

/// Builds an app for deployment, and checks what would fail in Azure only.
struct AppPackager: Sendable {
    let app: FunctionAppFolder
    /// Arguments of `swift build` beside the product.
    let buildArguments: [String]
    let allowsFoundation: Bool
    let say: @Sendable (String) -> Void

    /// Builds, checks, and lays the app out as it is deployed.
    ///
    /// - Returns: The folder, which the caller removes.
    /// - Throws: ``CommandError`` with what to correct.
    func stage() async throws -> Stage {
        let build = SwiftBuild(package: app.path, product: try app.productName, arguments: buildArguments)
        try await build.run()
        let binary = try await build.binaryFolder() + "/" + build.product
        let lines = try await HandlerManifest(handler: binary, app: app.path)
            .run(folder: app.path + "/functions", isCheck: true)
        guard lines.isEmpty else {
            throw CommandError(
                "The function.json files are not those of the code:\n\(lines.joined(separator: "\n"))\n"
                    + "Write them anew with \"swift-func manifest --handler '\(binary)'\", and look at what changed.")
        }
        let stripped = FileManager.default.temporaryDirectory.appending(path: "swift-func-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: stripped) }
        try await strip(binary, to: stripped)
        try inspect(stripped)
        return try Stage(app, handler: stripped)
    }

    private func strip(_ binary: String, to output: String) async throws {
        let result = try? await Subprocess.run(
            .name("strip"), arguments: ["-o", output, binary], output: .discarded, error: .string(limit: 64 << 10))
        if result?.terminationStatus.isSuccess != true {
            say("\"strip\" cannot be run, so the executable keeps its symbols. Install binutils to make it smaller.")
            try? FileManager.default.removeItem(atPath: output)
            let source = URL(filePath: binary).resolvingSymlinksInPath().path
            try FileManager.default.copyItem(atPath: source, toPath: output)
        }
        // Without this bit the host in Azure cannot start it.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: output)
    }

    private func inspect(_ path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandError("\(path) cannot be read.")
        }
        let facts = BinaryFacts(Array(data))
        if facts.hasFoundation {
            let text = "The executable holds ICU data, some 40 MB: something imports the whole of Foundation."
            guard allowsFoundation else {
                throw CommandError(text + " Import FoundationEssentials in its place, or pass --allow-foundation.")
            }
            say(text)
        }
        if let glibc = facts.glibc {
            say("It needs glibc \(glibc.map(String.init).joined(separator: ".")) or later where it runs.")
        }
    }
}

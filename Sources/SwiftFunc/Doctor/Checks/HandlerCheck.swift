// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Subprocess
import SystemPackage

/// What the handler itself says of its declarations, its settings and its function.json files.
struct HandlerCheck: DoctorCheck {
    func run(_ scene: DoctorScene) async -> [Finding] {
        guard scene.app.hasPackage, let handler = scene.handler else {
            return [.skipped("manifest", "there is no built Swift handler to ask")]
        }
        return await manifest(handler, scene) + (await settings(handler, scene))
    }

    private func manifest(_ handler: String, _ scene: DoctorScene) async -> [Finding] {
        do {
            let lines = try await HandlerManifest(handler: handler, app: scene.app.path)
                .run(folder: scene.app.path + "/functions", isCheck: true)
            guard lines.isEmpty else {
                return [
                    .failed(
                        "manifest", lines.joined(separator: "\n"),
                        "Write the files anew: \"swift-func manifest\", or just \"swift-func start\".")
                ]
            }
            return [.ok("manifest", "the function.json files are those of the code")]
        } catch {
            return [.failed("manifest", "\(error)", "Correct the declarations.")]
        }
    }

    /// Without a port a handler tells everything that is wrong, and ends before it serves.
    private func settings(_ handler: String, _ scene: DoctorScene) async -> [Finding] {
        var values = scene.settings
        values["FUNCTIONS_CUSTOMHANDLER_PORT"] = nil
        values["FUNCTIONS_HTTPWORKER_PORT"] = nil
        values["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development"
        values["FUNCTIONS_APP_ROOT_PATH"] = scene.app.path
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        let pairs = Dictionary(values.compactMap { key, value in Environment.Key(rawValue: key).map { ($0, value) } }) {
            $1
        }
        let result = try? await Subprocess.run(
            .path(FilePath(handler)), environment: .custom(pairs), workingDirectory: FilePath(scene.app.path),
            platformOptions: options, output: .discarded, error: .string(limit: 1 << 20))
        guard let result, result.terminationStatus == .exited(78) else {
            return [.skipped("settings", "the handler does not say what it misses")]
        }
        let problems = result.standardError.split(separator: "\n").filter { line in
            !line.hasPrefix("FUNCTIONS_CUSTOMHANDLER_PORT ")
        }
        if problems.isEmpty { return [.ok("settings", "the handler misses none")] }
        return problems.map {
            .failed("settings", String($0), "Set it in local.settings.json, and in Azure as an app setting.")
        }
    }
}

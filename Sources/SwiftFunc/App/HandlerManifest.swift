// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Subprocess
import SystemPackage

/// Asks an app's executable for its function.json files.
struct HandlerManifest: Sendable {
    let handler: String
    /// The folder of the app.
    let app: String

    /// Writes the files below a folder, or only compares them.
    ///
    /// - Returns: A line for each file that differs, or differed before.
    /// - Throws: ``CommandError`` when the app's declarations are wrong, or the executable knows no `manifest`.
    func run(folder: String, isCheck: Bool) async throws -> [String] {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        let result = try await Subprocess.run(
            .path(FilePath(handler)),
            arguments: Arguments(["manifest", "--output", folder] + (isCheck ? ["--check"] : [])),
            workingDirectory: FilePath(app), platformOptions: options, output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20))
        let lines = result.standardOutput.split(separator: "\n").map(String.init)
        switch result.terminationStatus {
        case .exited(0),
            .exited(1) where isCheck && !lines.isEmpty:
            return lines
        default:
            let said = result.standardError.trimmedLines
            throw CommandError(
                said.isEmpty ? "\(handler) manifest ended with \(result.terminationStatus)." : said)
        }
    }
}

extension String {
    fileprivate var trimmedLines: String {
        var text = self
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}

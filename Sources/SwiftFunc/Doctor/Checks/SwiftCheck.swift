// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Subprocess

/// Whether Swift is there and not too old.
struct SwiftCheck: DoctorCheck {
    private static let name = "swift"
    private static let minimum = [6, 3]
    private static let advice = "Install Swift 6.3 or later from https://www.swift.org/install/."

    func run(_ scene: DoctorScene) async -> [Finding] {
        guard scene.app.hasPackage else { return [.skipped(Self.name, "no Package.swift: nothing is built here")] }
        let result = try? await Subprocess.run(
            .name("swift"), arguments: ["--version"], output: .string(limit: 64 << 10), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else {
            return [.failed(Self.name, "\"swift --version\" cannot be run.", Self.advice)]
        }
        guard let version = Self.version(result.standardOutput) else {
            return [.warning(Self.name, "Its version cannot be read.", Self.advice)]
        }
        let text = "Swift \(version.map(String.init).joined(separator: "."))"
        return version.lexicographicallyPrecedes(Self.minimum)
            ? [.failed(Self.name, "\(text) is too old.", Self.advice)] : [.ok(Self.name, text)]
    }

    static func version(_ output: String) -> [Int]? {
        output.firstMatch(of: /Swift version (\d+(?:\.\d+)*)/).map { match in
            match.1.split(separator: ".").compactMap { Int($0) }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Subprocess

/// Whether Package.swift can be read and makes the executable that host.json names.
struct PackageCheck: DoctorCheck {
    private static let name = "Package.swift"

    func run(_ scene: DoctorScene) async -> [Finding] {
        guard scene.app.hasPackage else { return [] }
        let result = try? await Subprocess.run(
            .name("swift"), arguments: ["package", "--package-path", scene.app.path, "dump-package"],
            output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
        guard let result, result.terminationStatus.isSuccess,
            let json = try? JSONValue(parsing: Array(result.standardOutput.utf8))
        else {
            let said = result?.standardError.split(separator: "\n").prefix(5).joined(separator: "\n") ?? ""
            return [
                .failed(
                    Self.name, said.isEmpty ? "It cannot be read." : said, "Correct it: \"swift package describe\".")
            ]
        }
        guard let product = try? scene.app.productName else { return [] }
        return [Self.finding(json, product: product)]
    }

    static func finding(_ json: JSONValue, product: String) -> Finding {
        let executables = (json["products"]?.array ?? []).filter { $0["type"]?["executable"] != nil }
            .compactMap { $0["name"]?.string }
        let targets = (json["targets"]?.array ?? []).filter { $0["type"] == "executable" }.compactMap {
            $0["name"]?.string
        }
        // A target without a product of its own makes an executable of its name.
        guard executables.contains(product) || targets.contains(product) else {
            let list = (executables + targets.filter { !executables.contains($0) }).joined(separator: ", ")
            return .failed(
                name,
                "It has no executable \"\(product)\", which host.json starts; it has: \(list.isEmpty ? "none" : list).",
                "Name one of these as defaultExecutablePath, or add .executable(name: \"\(product)\", targets: […]).")
        }
        let depends = (json["dependencies"]?.array ?? []).contains { dependency in
            (dependency.object ?? [:]).contains { entry in
                entry.value.array?.first.map(isThisPackage) ?? false
            }
        }
        guard !depends || product != PackageReference.executable else {
            return .failed(
                name, "\(PackageReference.name) has an executable \"\(product)\", too: SwiftPM builds that one.",
                "Name yours otherwise, in Package.swift and in host.json.")
        }
        return .ok(name, "makes \"\(product)\"")
    }

    private static func isThisPackage(_ dependency: JSONValue) -> Bool {
        [dependency["identity"], dependency["nameForTargetDependencyResolutionOnly"]].contains {
            $0?.string == PackageReference.name
        }
    }
}

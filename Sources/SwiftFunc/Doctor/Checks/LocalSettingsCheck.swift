// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Whether local.settings.json can be read, and says what a custom handler needs (host contract §11.1).
struct LocalSettingsCheck: DoctorCheck {
    private static let name = "local.settings"

    func run(_ scene: DoctorScene) async -> [Finding] {
        let path = scene.app.path + "/local.settings.json"
        guard let data = FileManager.default.contents(atPath: path) else {
            return [
                .warning(
                    Self.name, "There is no local.settings.json.", "Make one with FUNCTIONS_WORKER_RUNTIME \"custom\".")
            ]
        }
        do throws(JSONError) {
            return Self.findings(try JSONValue(parsing: Array(data)), scene)
        } catch {
            return [
                .failed(
                    Self.name, "\(path):\(error.line):\(error.column): \(error.code); no setting of it is used.",
                    "Correct it.")
            ]
        }
    }

    private static func findings(_ json: JSONValue, _ scene: DoctorScene) -> [Finding] {
        var findings: [Finding] = []
        let values = json["Values"]?.object ?? [:]
        if !values.isEmpty, json["IsEncrypted"]?.bool ?? true {
            findings.append(
                .failed(
                    name, "It counts as encrypted.", "Set \"IsEncrypted\": false and write the values in plain text."))
        }
        for entry in values where entry.value.object != nil || entry.value.array != nil {
            findings.append(
                .failed(
                    name, "\"\(entry.name)\" is not a text; the host then uses none of the settings.",
                    "Flatten it: A__B."))
        }
        for entry in values
        where scene.environment[entry.name] != nil && scene.environment[entry.name] != entry.value.string {
            findings.append(
                .warning(
                    name, "\"\(entry.name)\" is set in the environment too, to something else; that one wins.",
                    "Unset it in the shell."))
        }
        if scene.settings["FUNCTIONS_WORKER_RUNTIME"] != "custom" {
            findings.append(
                .warning(
                    name, "FUNCTIONS_WORKER_RUNTIME is \(scene.settings["FUNCTIONS_WORKER_RUNTIME"] ?? "not set").",
                    "Set it to \"custom\"; Core Tools and Azure ask for it."))
        }
        return findings.isEmpty ? [.ok(name, "\(values.count) values")] : findings
    }
}

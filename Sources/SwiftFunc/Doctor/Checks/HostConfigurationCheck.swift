// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import FunctionsHost
import StrictJSON

/// Whether a host would start with host.json and these settings, and with which functions.
struct HostConfigurationCheck: DoctorCheck {
    func run(_ scene: DoctorScene) async -> [Finding] {
        guard let stage = try? Stage(scene.app, handler: nil) else {
            return [.failed("host.json", "The app cannot be laid out.", "Check the modes of its files.")]
        }
        defer { stage.remove() }
        let options = HostOptions(
            appRoot: stage.path, settingsRoot: scene.app.path, environment: scene.environment, console: SilentConsole())
        let host: FunctionsHost
        do throws(HostError) {
            host = try FunctionsHost(options: options)
        } catch {
            let check = error.code == .localSettings ? "local.settings" : "host.json"
            return [.failed(check, error.message, "Correct the file; no host starts like this.")]
        }
        return [hostJSON(scene)] + functions(host, scene)
    }

    private func hostJSON(_ scene: DoctorScene) -> Finding {
        let name = "host.json"
        guard let json = scene.hostJSON else { return .failed(name, "It is not valid JSON.", "Correct it.") }
        let description = json["customHandler"]?["description"]
        guard let path = description?["defaultExecutablePath"]?.string, !path.isEmpty else {
            return .failed(
                name, "It starts no handler.", "Add customHandler.description.defaultExecutablePath.")
        }
        // Core Tools and the portal look for the zip's entry of exactly this name (host contract §11.4).
        if path.hasPrefix("./") || path.contains("\\") {
            return .warning(
                name, "defaultExecutablePath is \"\(path)\"; packed by Core Tools, the executable loses its mode.",
                "Write it without ./ and with forward slashes.")
        }
        if path.hasPrefix("/") {
            return .warning(
                name, "defaultExecutablePath is absolute; it will not be there in Azure.",
                "Name it relative to the app, such as \"handler\".")
        }
        let prefix = json["extensions"]?["http"]?["routePrefix"]?.string ?? "api"
        return .ok(name, "starts \"\(path)\"; routes begin with \"/\(prefix)\"")
    }

    private func functions(_ host: FunctionsHost, _ scene: DoctorScene) -> [Finding] {
        let name = "functions"
        let errors = host.errors.map {
            Finding.failed(name, $0, "Declare it anew, then \"swift-func manifest\".")
        }
        guard host.functions.isEmpty, scene.functions.isEmpty else { return errors }
        return errors + [
            .failed(name, "There is no function.json.", "Build the app, then write them with \"swift-func manifest\".")
        ]
    }
}

/// Takes every line and says none.
private struct SilentConsole: HostConsole {
    func log(_ entry: HostLogEntry) {}
}

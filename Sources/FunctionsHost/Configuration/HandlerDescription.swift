// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// `customHandler.description` of host.json: what to start, and how (host contract §1.1-§1.4).
struct HandlerDescription: Sendable {
    let executable: String
    let arguments: [String]
    let workerPath: String?
    let workerArguments: [String]
    let workerDirectory: String
    let workingDirectory: String
    let usesStdErrorForErrorsOnly: Bool

    init(_ tree: SettingTree, section: String, appRoot: String, environment: [String: String]) throws(InvalidSetting) {
        let root = section + ":description"
        guard tree.hasSection(root) else {
            throw InvalidSetting(section, "Missing worker Description. Add \(section).description to host.json.")
        }
        func expanded(_ name: String) -> String? {
            tree["\(root):\(name)"].map { VariableExpansion.expand($0) { environment[$0] } }
        }
        func folder(_ name: String) -> String {
            guard let path = tree["\(root):\(name)"], !path.isEmpty else { return appRoot }
            return path.hasPrefix("/") ? path : appRoot + "/" + path
        }
        guard let executable = expanded("defaultExecutablePath"), !executable.isEmpty else {
            throw InvalidSetting(
                root + ":defaultExecutablePath",
                "WorkerDescription DefaultExecutablePath cannot be empty. Set \(root).defaultExecutablePath in host.json."
            )
        }
        workerDirectory = folder("workerDirectory")
        workingDirectory = folder("workingDirectory")
        let local = workerDirectory + "/" + executable
        // A relative path is the app's when the file exists, otherwise PATH decides.
        self.executable =
            !executable.hasPrefix("/") && FileManager.default.fileExists(atPath: local) ? local : executable
        workerPath = expanded("defaultWorkerPath").flatMap { $0.isEmpty ? nil : $0 }
        arguments = tree.list("\(root):arguments")
        workerArguments = tree.list("\(root):workerArguments")
        usesStdErrorForErrorsOnly = tree.bool("\(root):useStdErrorStreamForErrorsOnly") ?? true
    }
}

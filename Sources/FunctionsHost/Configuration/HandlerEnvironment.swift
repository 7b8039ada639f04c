// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The settings of an app, and the environment of its handler (host contract §2.2, §11.1).
struct HandlerEnvironment: Sendable {
    /// What the host itself sees: its environment, local settings, and what Core Tools adds.
    private(set) var values: [String: String]
    private(set) var warnings: [String] = []

    init(_ options: HostOptions, local: LocalSettings) {
        values = options.environment
        for (name, value) in local.values.sorted(by: { $0.key < $1.key }) {
            if values[name] != nil {
                warnings.append(
                    "Skipping '\(name)' from local settings as it's already defined in current environment variables.")
            } else if options.handlerSettings[name] == nil {
                values[name] = value
            }
        }
        for (name, value) in options.handlerSettings where options.environment[name] == nil { values[name] = value }
        if let name = values["AZURE_FUNCTIONS_ENVIRONMENT"], name != "Development" {
            warnings.append("AZURE_FUNCTIONS_ENVIRONMENT is '\(name)'; a local host always uses 'Development'.")
        }
        values["AzureWebJobsScriptRoot"] = options.appRoot
        values["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development"
        values["FUNCTIONS_CORETOOLS_ENVIRONMENT"] = "true"
        values["AzureFunctionsJobHost__SequentialRestart"] = "true"
        values["AzureFunctionsJobHost__logging__logLevel__Function"] = "Information"
        values["ASPNETCORE_SUPPRESSSTATUSMESSAGES"] = "true"
        values["PYTHON_ENABLE_DEBUG_LOGGING"] = "1"
    }

    /// The environment of one handler process.
    func child(port: Int, workerID: String, appRoot: String, publicPort: Int) -> [String: String] {
        values.merging([
            "WEBSITE_HOSTNAME": "localhost:\(publicPort)",
            "FUNCTIONS_CUSTOMHANDLER_PORT": "\(port)",
            "FUNCTIONS_HTTPWORKER_PORT": "\(port)",
            "FUNCTIONS_CUSTOMHANDLER_WORKER_ID": workerID,
            "FUNCTIONS_HTTPWORKER_ID": workerID,
            "FUNCTIONS_APP_ROOT_PATH": appRoot,
        ]) { $1 }
    }
}
